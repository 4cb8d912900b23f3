using System.Collections.Immutable;

namespace MedBot.Understanding.Conversation;

/// <summary>Which remembered facts a new question keeps: place and person always, the rest only within its own subject. Small talk forgets nothing.</summary>
internal static class SlotRules
{
    private static readonly ImmutableHashSet<Intent> Care =
    [
        Intent.InpatientRatio, Intent.OutpatientRatio, Intent.ChronicSpecial, Intent.SeriousIllness, Intent.Maternity,
        Intent.CoverageScope, Intent.Calculate, Intent.RemoteCare, Intent.LowIncomeAid,
    ];

    private static readonly ImmutableHashSet<Intent> Paying =
    [
        Intent.Deadline, Intent.Premium, Intent.PayChannel, Intent.PaySteps, Intent.PaymentRecord, Intent.LateOrLapse,
        Intent.StudentChild, Intent.LowIncomeAid, Intent.Newborn,
    ];

    /// <summary>The plain questions on paying; they follow one another in any order, and their figures are the same.</summary>
    public static ImmutableHashSet<Intent> PayingBasics { get; } = [Intent.Deadline, Intent.Premium, Intent.PayChannel, Intent.PaySteps];

    private static readonly ImmutableHashSet<Intent> NotOurs =
    [
        Intent.EmployeeInsurance, Intent.OtherSocialInsurance, Intent.CommercialInsurance, Intent.MedicalAdvice, Intent.Chitchat, Intent.Other,
    ];

    public static bool IsCare(Intent intent) => Care.Contains(intent);

    public static bool IsPaying(Intent intent) => Paying.Contains(intent);

    /// <summary>True for intents that are not about resident insurance.</summary>
    public static bool IsNotOurs(Intent intent) => NotOurs.Contains(intent);

    /// <summary>True for insurances other than ours, of which people ask the same things.</summary>
    public static bool IsOtherInsurance(Intent intent) => intent is Intent.EmployeeInsurance or Intent.OtherSocialInsurance or Intent.CommercialInsurance;

    /// <summary>What is kept of the remembered facts when the conversation turns from one intent to another.</summary>
    public static Slots Keep(Slots remembered, Intent? from, Intent to)
    {
        if (to is Intent.Chitchat or Intent.Other)
            return remembered;
        var sameCare = from is { } before && Care.Contains(before) && Care.Contains(to);
        var samePaying = from is { } earlier && Paying.Contains(earlier) && Paying.Contains(to);
        var isNewborn = to == Intent.Newborn;
        // 吃药能报吗 after 高血压吃什么药 is asked of the same disease.
        var sameDisease = sameCare || (from is null && Care.Contains(to));
        return new Slots
        {
            Region = remembered.Region,
            Persons = remembered.Persons,
            AgeYears = remembered.AgeYears,
            Year = samePaying || sameCare || from is Intent.DocumentOrCode ? remembered.Year : null,
            HospitalLevel = sameCare && to is not (Intent.LowIncomeAid or Intent.SeriousIllness) ? remembered.HospitalLevel : null,
            Care = sameCare && to is Intent.Calculate or Intent.CoverageScope ? remembered.Care : null,
            // What was left to pay oneself is no bill to reckon.
            AmountYuan = sameCare && to is Intent.Calculate && !(from is Intent.SeriousIllness && remembered.AmountYuan is { Origin: SlotOrigin.Assumed }) ? remembered.AmountYuan : null,
            SelfPaidYuan = sameCare && to is Intent.Calculate ? remembered.SelfPaidYuan : null,
            PaidThisYearYuan = sameCare && to is Intent.Calculate ? remembered.PaidThisYearYuan : null,
            StayOfYear = sameCare && to is Intent.Calculate ? remembered.StayOfYear : null,
            ClassBYuan = sameCare && to is Intent.Calculate ? remembered.ClassBYuan : null,
            OverLimitYuan = sameCare && to is Intent.Calculate ? remembered.OverLimitYuan : null,
            Treatment = sameDisease ? remembered.Treatment : null,
            Circumstance = sameCare ? remembered.Circumstance : null,
            Elsewhere = sameCare ? remembered.Elsewhere : null,
            Destination = sameCare || to == Intent.TransferPlace ? remembered.Destination : null,
            Channel = samePaying && to is Intent.PaySteps or Intent.PayChannel ? remembered.Channel : null,
            BirthDate = isNewborn || samePaying ? remembered.BirthDate : null,
            BirthMonth = isNewborn || samePaying ? remembered.BirthMonth : null,
            LapsedYears = to == Intent.LateOrLapse ? remembered.LapsedYears : null,
            RepaidYears = to == Intent.LateOrLapse ? remembered.RepaidYears : null,
            EmployeeCoverEnded = to == Intent.LateOrLapse ? remembered.EmployeeCoverEnded : null,
            PaymentMonth = to is Intent.LateOrLapse or Intent.Newborn ? remembered.PaymentMonth : null,
            PaymentDate = to is Intent.LateOrLapse or Intent.Newborn ? remembered.PaymentDate : null,
        };
    }
}

using System.Collections.Immutable;
using MedBot.Policy.Care;

namespace MedBot.Understanding.Conversation;

/// <summary>Joins facts: what is said now goes before what is known.</summary>
internal static class SlotMerging
{
    /// <summary>The facts of <paramref name="said"/>, and where it has none, those of <paramref name="known"/> as inherited.</summary>
    public static Slots Over(Slots said, Slots known) => new()
    {
        Region = said.Region ?? Inherited(known.Region),
        Year = said.Year ?? Inherited(known.Year),
        Persons = said.Persons ?? Inherited(known.Persons),
        HospitalLevel = said.HospitalLevel ?? Inherited(known.HospitalLevel),
        Care = said.Care ?? Inherited(known.Care),
        AmountYuan = said.AmountYuan ?? Inherited(known.AmountYuan),
        SelfPaidYuan = said.SelfPaidYuan ?? Inherited(known.SelfPaidYuan),
        PaidThisYearYuan = said.PaidThisYearYuan ?? Inherited(known.PaidThisYearYuan),
        StayOfYear = said.StayOfYear ?? Inherited(known.StayOfYear),
        Channel = said.Channel ?? Inherited(known.Channel),
        BirthDate = said.BirthDate ?? (said.BirthMonth is null ? Inherited(known.BirthDate) : null),
        BirthMonth = said.BirthMonth ?? Inherited(known.BirthMonth),
        AgeYears = said.AgeYears ?? (said.Persons is null || IsSame(said.Persons, known.Persons) ? Inherited(known.AgeYears) : null),
        LapsedYears = said.LapsedYears ?? Inherited(known.LapsedYears),
        PaymentDate = said.PaymentDate ?? (said.PaymentMonth is null ? Inherited(known.PaymentDate) : null),
        Treatment = said.Treatment ?? Inherited(known.Treatment),
        Elsewhere = said.Elsewhere ?? Inherited(known.Elsewhere),
        Destination = said.Destination ?? Inherited(known.Destination),
        Circumstance = said.Circumstance ?? Inherited(known.Circumstance),
        OverLimitYuan = said.OverLimitYuan ?? Inherited(known.OverLimitYuan),
        ClassBYuan = said.ClassBYuan ?? Inherited(known.ClassBYuan),
        RepaidYears = said.RepaidYears ?? Inherited(known.RepaidYears),
        EmployeeCoverEnded = said.EmployeeCoverEnded ?? Inherited(known.EmployeeCoverEnded),
        PaymentMonth = said.PaymentMonth ?? (said.PaymentDate is null ? Inherited(known.PaymentMonth) : null),
    };

    /// <summary>The facts of one part of a message, and where it has none, those of its other parts, still as said.</summary>
    public static Slots Beside(Slots part, Slots other) => part with
    {
        Region = part.Region ?? other.Region,
        Year = part.Year ?? other.Year,
        Persons = part.Persons ?? other.Persons,
        AgeYears = part.AgeYears ?? other.AgeYears,
        HospitalLevel = part.HospitalLevel ?? other.HospitalLevel,
        SelfPaidYuan = part.SelfPaidYuan ?? other.SelfPaidYuan,
        PaidThisYearYuan = part.PaidThisYearYuan ?? other.PaidThisYearYuan,
        StayOfYear = part.StayOfYear ?? other.StayOfYear,
        BirthDate = part.BirthDate ?? other.BirthDate,
        BirthMonth = part.BirthMonth ?? other.BirthMonth,
        LapsedYears = part.LapsedYears ?? other.LapsedYears,
        Treatment = part.Treatment ?? other.Treatment,
        Elsewhere = part.Elsewhere ?? other.Elsewhere,
        Destination = part.Destination ?? other.Destination,
        Circumstance = part.Circumstance ?? other.Circumstance,
        OverLimitYuan = part.OverLimitYuan ?? other.OverLimitYuan,
        ClassBYuan = part.ClassBYuan ?? other.ClassBYuan,
        RepaidYears = part.RepaidYears ?? other.RepaidYears,
        EmployeeCoverEnded = part.EmployeeCoverEnded ?? other.EmployeeCoverEnded,
        PaymentDate = part.PaymentDate ?? other.PaymentDate,
        PaymentMonth = part.PaymentMonth ?? other.PaymentMonth,
    };

    /// <summary>老人 after 阿婆85岁 is nobody else.</summary>
    private static bool IsSame(Slot<ImmutableArray<Person>>? said, Slot<ImmutableArray<Person>>? known) =>
        said is not null && known is not null && said.Value.SequenceEqual(known.Value);

    private static Slot<T>? Inherited<T>(Slot<T>? slot)
        where T : notnull =>
        slot is null ? null : slot with { Origin = slot.Origin == SlotOrigin.Assumed ? SlotOrigin.Assumed : SlotOrigin.Inherited };
}

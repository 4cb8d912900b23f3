using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Understanding.Conversation;

/// <summary>What an ellipsis asks: the same as before, unless the new fact belongs to a neighbouring question (门诊呢 after 住院报多少).</summary>
internal static class IntentChange
{
    public static Intent After(Intent last, Slots said)
    {
        if (last is Intent.Calculate)
            return last;
        if (said.AmountYuan is not null && last is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial)
            return Intent.Calculate;
        if (last is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Maternity)
        {
            return said.Care?.Value switch
            {
                CareKind.Inpatient => Intent.InpatientRatio,
                CareKind.Outpatient or CareKind.Emergency or CareKind.Pharmacy => Intent.OutpatientRatio,
                CareKind.ChronicSpecial or CareKind.TwoDiseases => Intent.ChronicSpecial,
                CareKind.Maternity => Intent.Maternity,
                _ => said.Treatment is not null && last is Intent.OutpatientRatio ? Intent.ChronicSpecial : last,
            };
        }
        // 支付宝呢 after "where can I pay" still asks whether it works there.
        return last;
    }

    /// <summary>True when one of the facts answers what the bot asked.</summary>
    public static bool Answers(Fact asked, Slots said, bool hasRegionChoices) => asked switch
    {
        Fact.Region => said.Region is not null || hasRegionChoices,
        Fact.HospitalLevel => said.HospitalLevel is not null,
        Fact.Amount => said.AmountYuan is not null,
        Fact.BirthDate => said.BirthDate is not null || said.BirthMonth is not null,
        Fact.CareKind => said.Care is not null || said.Treatment is not null,
        Fact.PayChannel => said.Channel is not null,
        Fact.LapsedYears => said.LapsedYears is not null,
        Fact.PaymentDate => said.PaymentDate is not null,
        Fact.Person => said.Persons is not null,
        _ => false,
    };
}

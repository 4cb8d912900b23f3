using MedBot.Policy.Answers;

namespace MedBot.Understanding.Conversation;

/// <summary>Whether a message tells what the bot asked.</summary>
internal static class AskedFact
{
    /// <param name="asked">What the bot asked.</param>
    /// <param name="said">The facts of the message.</param>
    /// <param name="hasRegionChoices">True when it names a place that may be several.</param>
    public static bool IsToldBy(Fact asked, Slots said, bool hasRegionChoices) => asked switch
    {
        Fact.Region => said.Region is not null || hasRegionChoices,
        Fact.HospitalLevel => said.HospitalLevel is not null,
        Fact.Amount => said.AmountYuan is not null,
        Fact.BirthDate => said.BirthDate is not null || said.BirthMonth is not null,
        Fact.CareKind => said.Care is not null || said.Treatment is not null,
        Fact.PayChannel => said.Channel is not null,
        Fact.LapsedYears => said.LapsedYears is not null,
        Fact.PaymentDate => said.PaymentDate is not null,
        Fact.SelfPaid => said.SelfPaidYuan is not null,
        Fact.PaidThisYear => said.PaidThisYearYuan is not null,
        Fact.StayOfYear => said.StayOfYear is not null,
        Fact.Person => said.Persons is not null,
        _ => false,
    };
}

using MedBot.Plugins.Settling;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;

namespace MedBot.Plugins;

/// <summary>How much of a bill of so many yuan is paid: the calculation with every step and every assumption.</summary>
public sealed class ReimbursementPlugin(PolicyBook book, IPlugin inpatientRatios, IPlugin outpatientRatios) : IPlugin
{
    private readonly StayEstimate _stay = new(book, inpatientRatios);
    private readonly VisitEstimate _visit = new(book, outpatientRatios);

    public Answer Answer(Inquiry inquiry)
    {
        if (inquiry.AmountYuan is not { } total)
        {
            var open = new (Fact Fact, bool IsOpen)[] { (Fact.Amount, true), (Fact.Region, inquiry.Region is null), (Fact.HospitalLevel, inquiry.HospitalLevel is null) };
            return new Answer(AnswerKind.AskBack, "一共花了多少钱？说个总数就行，比如“两万三”。")
            {
                Missing = [.. open.Where(one => one.IsOpen).Select(one => one.Fact)],
            };
        }
        // Drugs for these two are an outpatient matter unless somebody says otherwise.
        var spoken = inquiry.Care ?? (CareTerms.IsForTwoDiseases(inquiry) ? CareKind.TwoDiseases : null);
        return spoken is (CareKind.Outpatient or CareKind.TwoDiseases or CareKind.ChronicSpecial) and { } care
            ? _visit.Answer(inquiry, care, total)
            : _stay.Answer(inquiry, total);
    }
}

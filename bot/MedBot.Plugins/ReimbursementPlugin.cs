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
        // Drugs for these two are an outpatient matter unless somebody says otherwise.
        var spoken = inquiry.Care ?? (CareTerms.IsForTwoDiseases(inquiry) ? CareKind.TwoDiseases : null);
        var isVisit = spoken is CareKind.Outpatient or CareKind.TwoDiseases or CareKind.ChronicSpecial;
        if (inquiry.AmountYuan is not { } total)
        {
            if (inquiry.Unknown.Contains(Fact.Amount))
                return EstimateText.WithoutSum((isVisit ? outpatientRatios : inpatientRatios).Answer(inquiry), "不知道总数算不出钱数，先看比例。");
            var open = new (Fact Fact, bool IsOpen)[] { (Fact.Amount, true), (Fact.Region, inquiry.Region is null), (Fact.HospitalLevel, inquiry.HospitalLevel is null) };
            return new Answer(AnswerKind.AskBack, "一共花了多少钱？说个总数就行，比如“两万三”。")
            {
                Missing = [.. open.Where(one => one.IsOpen).Select(one => one.Fact).Except(inquiry.Unknown)],
            };
        }
        return isVisit ? _visit.Answer(inquiry, spoken!.Value, total) : _stay.Answer(inquiry, total);
    }
}

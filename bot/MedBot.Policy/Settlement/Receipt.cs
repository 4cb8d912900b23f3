using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Policy.Settlement;

/// <summary>
/// One bill settled through every layer: basic insurance, serious-illness insurance, medical assistance. What the three
/// pay and what the resident pays add up to the total, to the fen.
/// </summary>
/// <param name="Total">All charges, yuan.</param>
/// <param name="Basic">What basic insurance pays.</param>
/// <param name="SeriousIllness">What serious-illness insurance pays; zero when it does not come to that.</param>
/// <param name="Aid">What medical assistance pays; zero when there is none.</param>
/// <param name="Own">What the resident pays in the end.</param>
/// <param name="Steps">Every line in order.</param>
/// <param name="Assumptions">What was taken for granted, a sentence each.</param>
public sealed record Receipt(
    decimal Total,
    Quantity Basic,
    Quantity SeriousIllness,
    Quantity Aid,
    Quantity Own,
    ImmutableArray<Step> Steps,
    ImmutableArray<string> Assumptions)
{
    /// <summary>What the three layers pay together.</summary>
    public Quantity Paid => Quantity.Exactly(Total).Minus(Own);

    /// <exception cref="ArgumentOutOfRangeException">An amount of the bill is negative.</exception>
    public static Receipt Settle(BillTerms terms, Bill bill)
    {
        var basic = BasicBenefit.Calculate(terms, bill);
        var own = basic.Steps[^1].Yuan;
        var lines = new Lines();
        var burden = basic.Eligible.Minus(basic.Paid);
        var outside = Quantity.Exactly(bill.Total).Minus(basic.Eligible);
        var nothing = Quantity.Exactly(0m);

        var (serious, aid) = (nothing, nothing);
        if (terms.SeriousIllness is { } further && SeriousIllnessBenefit.Calculate(further, burden, bill.BurdenThisYear ?? 0m, lines) is { } second)
        {
            (serious, burden) = (second.Paid, second.Left);
            own = outside.Plus(burden);
            lines.Add("大病保险后个人负担", own, "个人负担 − 大病保险报销", null);
        }
        if (!terms.Aid.IsEmpty && AidBenefit.Calculate(terms.Aid, burden, bill, lines) is { } third)
        {
            aid = third.Paid;
            own = outside.Plus(third.Left);
            lines.Add("医疗救助后个人负担", own, "个人负担 − 医疗救助", null);
        }
        return new Receipt(bill.Total, basic.Paid, serious, aid, own, [.. basic.Steps, .. lines.Steps], [.. basic.Assumptions, .. lines.Assumptions]);
    }
}

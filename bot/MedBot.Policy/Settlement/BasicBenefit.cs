using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Policy.Settlement;

/// <summary>
/// Total, less what is not eligible, less what is paid first, less the deductible, times the ratio, up to the ceiling.
/// Care elsewhere changes exactly one of these lines, by the one rule given.
/// </summary>
public static class BasicBenefit
{
    /// <exception cref="ArgumentOutOfRangeException">An amount of the bill is negative.</exception>
    public static Estimate Calculate(BillTerms terms, Bill bill)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(bill);
        bill.Require();
        var lines = new Lines();

        lines.Add("医疗总费用", Quantity.Exactly(bill.Total), "您说的总费用", null);
        var eligible = AfterFirstPay(EligibleOf(bill, terms, lines), terms, lines);
        var deductible = DeductibleOf(terms, bill);
        var above = AboveDeductible(eligible, deductible, terms, bill, lines);
        var share = ShareOf(above, deductible, terms, lines);
        var paid = WithinCeiling(share, above, terms, bill, lines);
        lines.Add("个人负担", Quantity.Exactly(bill.Total).Minus(paid), $"总费用 {Lines.Yuan(bill.Total)} − 报销 {paid.ToText("元")}", null);
        return new Estimate(paid, lines.Steps, lines.Assumptions) { Eligible = eligible };
    }

    /// <summary>Known parts that insurance does not count are taken off; what is not known is said.</summary>
    private static Quantity EligibleOf(Bill bill, BillTerms terms, Lines lines)
    {
        var parts = new List<string>(4) { $"总费用 {Lines.Yuan(bill.Total)}" };
        var left = bill.Total;
        Take("自费", bill.SelfPaid);
        Take("超限价", bill.OverLimit);
        var eligible = Quantity.Exactly(Math.Max(0m, left));
        if (bill.ClassB is { } classB && terms.ClassBFirstPay is { } first)
        {
            eligible = eligible.Minus(Quantity.Exactly(Math.Min(classB, bill.Total)).Percent(first.ForSum()));
            parts.Add($"乙类 {Lines.Yuan(classB)} × {first.Text}");
        }
        else if (terms.ClassBFirstPay is { } unknown)
        {
            lines.Assume($"乙类药品和项目要先自己付{unknown.Text}，这里没有扣");
        }
        if (parts.Count > 1)
            lines.Add("政策范围内费用", eligible, string.Join(" − ", parts), bill.ClassB is null ? null : terms.ClassBFirstPay);
        if (bill.SelfPaid is null)
            lines.Assume("全部费用都按政策范围内计算；自费药和自费项目要先扣掉，实际会少一些");
        return eligible;

        void Take(string name, decimal? part)
        {
            if (part is not { } yuan)
                return;
            left -= yuan;
            parts.Add($"{name} {Lines.Yuan(yuan)}");
        }
    }

    private static Quantity AfterFirstPay(Quantity eligible, BillTerms terms, Lines lines)
    {
        if (terms.Elsewhere is not ElsewhereRule.PayFirst { Share: var share })
            return eligible;
        var left = eligible.Minus(eligible.Percent(share.ForSum()));
        lines.Add("减先行自付后", left, $"{eligible.ToText("元")} − 先行自付{share.Text}", share);
        return left;
    }

    private static Figure? DeductibleOf(BillTerms terms, Bill bill) =>
        terms.Elsewhere is ElsewhereRule.OwnTerms { Deductible: { } own } ? own
            : bill.StayOfYear > 1 ? terms.LaterDeductible ?? terms.Deductible
            : terms.Deductible;

    private static Quantity AboveDeductible(Quantity eligible, Figure? deductible, BillTerms terms, Bill bill, Lines lines)
    {
        if (deductible is null)
        {
            lines.Assume("起付线没有查到，这里没有扣；扣掉起付线后会少一些");
            return eligible;
        }
        if (bill.StayOfYear is null && terms.LaterDeductible is { } later && deductible == terms.Deductible)
            lines.Assume($"按今年第一次住院算；第二次起的起付线是{later.Text}");
        var above = eligible.Minus(deductible.AsPrinted());
        lines.Add("减起付线后", above, $"{eligible.ToText("元")} − 起付线 {deductible.Text}", deductible);
        return above;
    }

    /// <summary>A ratio known only as a bound gives a bounded sum; without a deductible from a verified text none is a point.</summary>
    private static Quantity ShareOf(Quantity above, Figure? deductible, BillTerms terms, Lines lines)
    {
        var ratio = terms.Elsewhere is ElsewhereRule.OwnTerms { Ratio: { } own } ? own : terms.Ratio;
        var percent = ratio.ForSum();
        var shown = ratio.Text;
        if (terms.Elsewhere is ElsewhereRule.MinusPoints { Points: var points })
        {
            percent = percent.Minus(points.ForSum());
            shown = $"({ratio.Text} − {points.Text})";
        }
        if (percent.Bound == Bound.Exact && deductible?.Record.Confidence is null or Confidence.Unverified)
            percent = percent.WithBound(Bound.About);
        var share = above.Percent(percent);
        lines.Add("按比例报销", share, $"{above.ToText("元")} × {shown}", ratio);
        return share;
    }

    private static Quantity WithinCeiling(Quantity share, Quantity above, BillTerms terms, Bill bill, Lines lines)
    {
        if (terms.AnnualCeiling is not { } ceiling)
            return share;
        if (bill.PaidThisYear is null)
            lines.Assume("今年之前没有报销过");
        var paid = share.NoMoreThan(ceiling.ForSum().Minus(Quantity.Exactly(bill.PaidThisYear ?? 0m))).Within(above.High);
        if (paid != share)
            lines.Add("不超过年度限额", paid, bill.PaidThisYear is { } before ? $"限额 {ceiling.Text} − 今年已报 {Lines.Yuan(before)}" : $"年度限额 {ceiling.Text}", ceiling);
        return paid;
    }
}

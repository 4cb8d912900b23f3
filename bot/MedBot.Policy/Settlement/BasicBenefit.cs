using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Policy.Settlement;

/// <summary>What basic insurance pays for one bill, line by line.</summary>
/// <param name="Paid">What the fund pays, yuan to the fen, with the bound that its terms allow.</param>
/// <param name="Steps">Every line, so that the explanation cannot drift from the sum.</param>
/// <param name="Assumptions">What was taken for granted, a sentence each.</param>
public sealed record Estimate(Quantity Paid, ImmutableArray<Step> Steps, ImmutableArray<string> Assumptions);

/// <summary>Total, less what is not eligible, less the deductible, times the ratio, up to the ceiling.</summary>
public static class BasicBenefit
{
    /// <exception cref="ArgumentOutOfRangeException">An amount of the bill is negative.</exception>
    public static Estimate Calculate(BillTerms terms, Bill bill)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(bill);
        ArgumentOutOfRangeException.ThrowIfNegative(bill.Total);
        ArgumentOutOfRangeException.ThrowIfNegative(bill.SelfPaid ?? 0m, nameof(bill));
        ArgumentOutOfRangeException.ThrowIfNegative(bill.PaidThisYear ?? 0m, nameof(bill));
        var steps = ImmutableArray.CreateBuilder<Step>();
        var assumptions = ImmutableArray.CreateBuilder<string>();

        Record("医疗总费用", Quantity.Exactly(bill.Total), "您说的总费用", null);
        var eligible = Math.Max(0m, bill.Total - (bill.SelfPaid ?? 0m));
        if (bill.SelfPaid is { } selfPaid)
            Record("政策范围内费用", Quantity.Exactly(eligible), $"总费用 {Yuan(bill.Total)} − 自费 {Yuan(selfPaid)}", null);
        else
            assumptions.Add("全部费用都按政策范围内计算；自费药和自费项目要先扣掉，实际会少一些");

        var above = eligible;
        if (terms.Deductible?.Number is { } deductible)
        {
            above = Math.Max(0m, eligible - deductible.Low);
            Record("减起付线后", Quantity.Exactly(above), $"{Yuan(eligible)} − 起付线 {Yuan(deductible.Low)}", terms.Deductible);
        }
        else
        {
            assumptions.Add("起付线没有查到，这里没有扣；扣掉起付线后会少一些");
        }

        var ratio = terms.Ratio.Number ?? throw new ArgumentException("A ratio is a number.", nameof(terms));
        var share = ShareOf(above, ratio, BoundOf(ratio, terms));
        Record("按比例报销", share, $"{Yuan(above)} × {ratio.ToText("%")}", terms.Ratio);

        if (terms.AnnualCeiling?.Number is { } ceiling)
        {
            var paidBefore = bill.PaidThisYear ?? 0m;
            var capped = Cap(share, above, Math.Max(0m, ceiling.Low - paidBefore), Math.Max(0m, ceiling.High - paidBefore));
            if (capped != share)
            {
                share = capped;
                Record("不超过年度限额", share, bill.PaidThisYear is { } paid ? $"限额 {ceiling.ToText("元")} − 今年已报 {Yuan(paid)}" : $"年度限额 {ceiling.ToText("元")}", terms.AnnualCeiling);
            }
            if (bill.PaidThisYear is null)
                assumptions.Add("今年之前没有报销过");
        }

        Record("个人负担", RestOf(bill.Total, share), $"总费用 {Yuan(bill.Total)} − 报销", null);
        return new Estimate(share, steps.ToImmutable(), assumptions.ToImmutable());

        void Record(string name, Quantity yuan, string formula, Figure? basis) => steps.Add(new Step(name, yuan, formula, basis));
    }

    /// <summary>A ratio known only as a bound gives a bounded sum; one from an unverified text, or without an exact deductible, never a point.</summary>
    private static Bound BoundOf(Quantity ratio, BillTerms terms) =>
        ratio.Bound == Bound.Exact && (terms.Deductible?.Number?.Bound != Bound.Exact || terms.Ratio.Record.Confidence == Confidence.Unverified) ? Bound.About : ratio.Bound;

    private static Quantity ShareOf(decimal yuan, Quantity percent, Bound bound)
    {
        var (low, high) = (Fen.Round(yuan * percent.Low / 100m), Fen.Round(yuan * percent.High / 100m));
        return low == high ? Quantity.Exactly(low).WithBound(bound == Bound.Range ? Bound.Exact : bound) : Quantity.Between(low, high);
    }

    /// <summary>
    /// At most what is left of the ceiling, which is a range where the document gives one. A share of at least more than
    /// that is just that, and nothing is more than the whole that the ratio is taken of.
    /// </summary>
    private static Quantity Cap(Quantity share, decimal whole, decimal leftLow, decimal leftHigh)
    {
        if (share.High <= leftLow)
            return share;
        if (share.Bound == Bound.AtMost)
            return Quantity.AtMost(Math.Min(share.High, leftHigh));
        var (low, high) = (Math.Min(share.Low, leftLow), Math.Min(share.Bound == Bound.AtLeast ? whole : share.High, leftHigh));
        return low != high ? Quantity.Between(low, high)
            : share.Bound == Bound.About ? Quantity.About(low)
            : Quantity.Exactly(low);
    }

    /// <summary>What is left: at least paid leaves at most.</summary>
    private static Quantity RestOf(decimal total, Quantity paid) => paid.Bound switch
    {
        Bound.AtLeast => Quantity.AtMost(total - paid.Low),
        Bound.AtMost => Quantity.AtLeast(total - paid.High),
        Bound.About => Quantity.About(total - paid.Low),
        Bound.Range => Quantity.Between(total - paid.High, total - paid.Low),
        _ => Quantity.Exactly(total - paid.Low),
    };

    private static string Yuan(decimal amount) => $"{amount:0.##}元";
}

/// <summary>The one place where money is rounded: to the fen, half a fen upwards.</summary>
public static class Fen
{
    public static decimal Round(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
}

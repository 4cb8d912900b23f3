using System.Collections.Immutable;
using MedBot.Policy.Figures;
using MedBot.Policy.Tables;

namespace MedBot.Policy.Settlement;

/// <summary>What medical assistance pays (医疗救助) of the eligible cost that both insurances left.</summary>
internal static class AidBenefit
{
    /// <summary>Where several rows could apply, the result spans from the least to the most of them.</summary>
    public static LayerResult? Calculate(ImmutableArray<CareAidRow> rows, Quantity burden, Bill bill, Lines lines)
    {
        if (burden.High == 0m || rows.All(row => row.Ratio is null))
            return null;
        var openness = Openness.None;
        foreach (var row in rows)
        {
            foreach (var figure in (ReadOnlySpan<Figure?>)[row.Ratio, row.AnnualCeiling])
                openness = figure is null ? openness : openness.With(Openness.Of(figure.ForSum()));
            openness = row.Deductible is null ? openness : openness.With(Openness.Of(row.Deductible.ForSum()).Reversed);
        }
        var result = LayerResult.Of(burden, openness, (yuan, best) => best
            ? rows.Max(row => PaidBy(row, yuan, bill, best))
            : rows.Min(row => PaidBy(row, yuan, bill, best)));
        if (result.Paid.High == 0m && result.Paid.Bound == Bound.Exact)
            return null;
        lines.Add("医疗救助", result.Paid, FormulaOf(rows[0], burden), rows[0].Ratio);
        return result;
    }

    private static decimal PaidBy(CareAidRow row, decimal burden, Bill bill, bool best)
    {
        if (row.Ratio?.ForSum() is not { } percent)
            return 0m;
        var deductible = row.Deductible?.ForSum() is not { } bar ? 0m : best ? bar.Low : bar.High;
        var before = bill.BurdenThisYear ?? 0m;
        var counted = Math.Min(burden, Math.Max(0m, before + burden - deductible));
        var share = Fen.Round(counted * (best ? percent.High : percent.Low) / 100m);
        if (row.AnnualCeiling?.ForSum() is not { } ceiling)
            return share;
        return Math.Min(share, Math.Max(0m, (best ? ceiling.High : ceiling.Low) - (bill.AidThisYear ?? 0m)));
    }

    private static string FormulaOf(CareAidRow row, Quantity burden)
    {
        var counted = row.Deductible is { Number.High: > 0m } deductible ? $"({burden.ToText("元")} − 起付线 {deductible.Text})" : burden.ToText("元");
        var most = row.AnnualCeiling is { } ceiling ? $"，一年最多{ceiling.Text}" : "";
        return $"{counted} × {row.Ratio!.Text}{most}";
    }
}

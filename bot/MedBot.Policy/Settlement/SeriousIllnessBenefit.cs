using MedBot.Policy.Figures;
using MedBot.Policy.Tables;

namespace MedBot.Policy.Settlement;

/// <summary>
/// What serious-illness insurance pays (大病保险): the eligible cost that basic insurance left over the year, less one
/// deductible a year, by bands. A bill gets the yearly sum with it, less the yearly sum without it.
/// </summary>
internal static class SeriousIllnessBenefit
{
    /// <summary>What it pays for the burden of this bill, and what of that burden is left. Nothing when the year stays below the deductible.</summary>
    public static LayerResult? Calculate(SeriousIllnessTerms terms, Quantity burden, decimal burdenBefore, Lines lines)
    {
        var deductible = DeductibleOf(terms);
        var before = burdenBefore;
        if (burden.High + before <= deductible.Low)
            return null;

        var above = burden.Plus(Quantity.Exactly(before)).Minus(deductible);
        var formula = before > 0m ? $"({burden.ToText("元")} + 今年之前 {Lines.Yuan(before)}) − 起付线 {DeductibleText(terms)}" : $"{burden.ToText("元")} − 起付线 {DeductibleText(terms)}";
        lines.Add("大病保险起付线以上", above, formula, terms.Deductible);

        var openness = Openness.Of(deductible).Reversed;
        foreach (var band in terms.Bands)
            openness = openness.With(Openness.Of(band.Ratio.ForSum()));
        if (terms.Ceiling is { } bar && Yearly(terms, burden.High + before, deductible.Low, best: true, null) > bar.ForSum().Low)
            openness = openness.With(Openness.Of(bar.ForSum()));
        var result = LayerResult.Of(burden, openness, (yuan, best) => PaidFor(terms, yuan, before, best ? deductible.Low : deductible.High, best));
        lines.Add("大病保险报销", result.Paid, BandText(terms, burden.High + before, deductible.Low), LeadingRatio(terms, burden.High + before));
        return result;
    }

    private static decimal PaidFor(SeriousIllnessTerms terms, decimal burden, decimal before, decimal deductible, bool best)
    {
        var ceiling = terms.Ceiling?.ForSum() is { } bar ? best ? bar.High : bar.Low : (decimal?)null;
        return Yearly(terms, before + burden, deductible, best, ceiling) - Yearly(terms, before, deductible, best, ceiling);
    }

    /// <summary>The sum over the year. Edges of bands count the whole burden, deductible included, as the tables print them.</summary>
    private static decimal Yearly(SeriousIllnessTerms terms, decimal burden, decimal deductible, bool best, decimal? ceiling)
    {
        var sum = 0m;
        foreach (var band in terms.Bands)
        {
            var percent = band.Ratio.ForSum();
            sum += PartIn(band, burden, deductible) * (best ? percent.High : percent.Low) / 100m;
        }
        return Fen.Round(Math.Min(sum, ceiling ?? sum));
    }

    private static decimal PartIn(SeriousIllnessBand band, decimal burden, decimal deductible)
    {
        var from = Math.Max(deductible, band.Above?.Number?.Low ?? 0m);
        var to = Math.Min(burden, band.UpTo?.Number?.High ?? burden);
        return Math.Max(0m, to - from);
    }

    private static Quantity DeductibleOf(SeriousIllnessTerms terms)
    {
        var whole = terms.Deductible.ForSum();
        return terms.DeductibleShare is { } share ? whole.Percent(share.ForSum()) : whole;
    }

    private static string DeductibleText(SeriousIllnessTerms terms) =>
        terms.DeductibleShare is { } share ? $"{terms.Deductible.Text} × {share.Text}" : terms.Deductible.Text;

    private static string BandText(SeriousIllnessTerms terms, decimal burden, decimal deductible)
    {
        var parts = new List<string>(terms.Bands.Length);
        foreach (var band in terms.Bands)
        {
            if (PartIn(band, burden, deductible) is > 0m and var part)
                parts.Add($"{Lines.Yuan(part)} × {band.Ratio.Text}");
        }
        return terms.Ceiling is { } ceiling ? $"{string.Join(" + ", parts)}，一年最多{ceiling.Text}" : string.Join(" + ", parts);
    }

    private static Figure LeadingRatio(SeriousIllnessTerms terms, decimal burden)
    {
        var leading = terms.Bands[0];
        foreach (var band in terms.Bands)
        {
            if ((band.Above?.Number?.Low ?? 0m) < burden && (band.Above?.Number?.Low ?? 0m) >= (leading.Above?.Number?.Low ?? 0m))
                leading = band;
        }
        return leading.Ratio;
    }
}

using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Policy.Settlement;

/// <summary>
/// Sums of money that keep the bound word of their parts: at least paid leaves at most, a part that is 约 makes the whole
/// 约, and nothing falls below zero. Where one part is open upwards and another downwards the result is 约.
/// </summary>
public static class BoundedYuan
{
    /// <summary>The figure's number as a sum may use it: one from an unverified text is never a point.</summary>
    /// <exception cref="ArgumentException">The figure is no number.</exception>
    public static Quantity ForSum(this Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var number = figure.AsPrinted();
        return number.Bound == Bound.Exact && figure.Record.Confidence == Confidence.Unverified ? number.WithBound(Bound.About) : number;
    }

    /// <exception cref="ArgumentException">The figure is no number.</exception>
    internal static Quantity AsPrinted(this Figure figure) =>
        figure.Number ?? throw new ArgumentException($"“{figure.Label}” is no number.", nameof(figure));

    public static Quantity Plus(this Quantity one, Quantity other) =>
        Openness.Of(one).With(Openness.Of(other)).Bind(one.Low + other.Low, one.High + other.High);

    /// <summary>What is left, never below zero.</summary>
    public static Quantity Minus(this Quantity whole, Quantity part) =>
        Openness.Of(whole).With(Openness.Of(part).Reversed).Bind(Math.Max(0m, whole.Low - part.High), Math.Max(0m, whole.High - part.Low));

    /// <summary>So many percent of it, to the fen.</summary>
    public static Quantity Percent(this Quantity yuan, Quantity percent) =>
        Openness.Of(yuan).With(Openness.Of(percent)).Bind(Fen.Round(yuan.Low * percent.Low / 100m), Fen.Round(yuan.High * percent.High / 100m));

    /// <summary>It, or the limit when that is less.</summary>
    public static Quantity NoMoreThan(this Quantity yuan, Quantity limit)
    {
        var (own, bar) = (Openness.Of(yuan), Openness.Of(limit));
        if (!own.Upwards && !bar.Downwards && yuan.High <= limit.Low)
            return yuan;
        var (low, high) = (Math.Min(yuan.Low, limit.Low), Math.Min(yuan.High, limit.High));
        if (own.About || bar.About)
            return Quantity.About(low, high);
        if (own.Downwards || bar.Downwards)
            return own.Upwards && bar.Upwards ? Quantity.About(high) : Quantity.AtMost(own.Upwards ? limit.High : bar.Upwards ? yuan.High : high);
        if (own.Upwards)
            return yuan.Low < limit.Low || bar.Upwards ? Quantity.AtLeast(low) : Openness.None.Bind(limit.Low, limit.High);
        return bar.Upwards ? Openness.None.Bind(low, yuan.High) : Openness.None.Bind(low, high);
    }

    /// <summary>It, cut to the whole that it is a part of: a range of what is paid never reaches above what there is to pay.</summary>
    public static Quantity Within(this Quantity part, decimal whole) =>
        part.High <= whole ? part : Openness.Of(part).Bind(Math.Min(part.Low, whole), whole);
}

namespace MedBot.Policy.Figures;

/// <summary>How surely a printed number binds: the word that a document puts before it, and that every answer keeps.</summary>
public enum Bound
{
    /// <summary>The number itself: 400.</summary>
    Exact,

    /// <summary>至少, 不低于, 以上: the real value may be higher.</summary>
    AtLeast,

    /// <summary>至多, 不超过, 最高: the real value may be lower.</summary>
    AtMost,

    /// <summary>约, 左右: near the number, on either side.</summary>
    About,

    /// <summary>Between two numbers, both of them possible.</summary>
    Range,
}

/// <summary>
/// A number as its document prints it, bound word included: 400, 至少 85, 约 70, 50 至 70.
/// The bound is part of the value: 至少 85 and 85 are different quantities.
/// </summary>
public readonly record struct Quantity
{
    private Quantity(decimal low, decimal high, Bound bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        (Low, High, Bound) = (low, high, bound);
    }

    /// <summary>The number printed; of a range, its lower end.</summary>
    public decimal Low { get; }

    /// <summary>The upper end of a range; the number printed for every other bound.</summary>
    public decimal High { get; }

    public Bound Bound { get; }

    public static Quantity Exactly(decimal value) => new(value, value, Bound.Exact);

    public static Quantity AtLeast(decimal value) => new(value, value, Bound.AtLeast);

    public static Quantity AtMost(decimal value) => new(value, value, Bound.AtMost);

    public static Quantity About(decimal value) => new(value, value, Bound.About);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public static Quantity Between(decimal low, decimal high) => new(low, high, Bound.Range);

    /// <summary>The quantity with another bound word, e.g. a sum made of 约 parts is itself 约.</summary>
    public Quantity WithBound(Bound bound) => new(Low, High, bound);

    /// <summary>What a resident reads, with the unit behind each number: 至少85%, 50%–70%, 约670元.</summary>
    public string ToText(string unit) => Bound switch
    {
        Bound.AtLeast => $"至少{Low:0.##}{unit}",
        Bound.AtMost => $"最高{Low:0.##}{unit}",
        Bound.About => $"约{Low:0.##}{unit}",
        Bound.Range => $"{Low:0.##}{unit}–{High:0.##}{unit}",
        _ => $"{Low:0.##}{unit}",
    };

    public override string ToString() => ToText("");
}

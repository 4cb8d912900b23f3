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

    /// <summary>约, 左右: near the number, or near a range of numbers, on either side.</summary>
    About,

    /// <summary>Between two numbers, both of them possible.</summary>
    Range,
}

/// <summary>
/// A number as its document prints it, bound word included: 400, 至少 85, 约 70, 50 至 70, 约 50 至 90.
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

    /// <summary>The upper end of a range, approximate or not; the number printed otherwise.</summary>
    public decimal High { get; }

    public Bound Bound { get; }

    /// <summary>True when two numbers are printed, approximate or not.</summary>
    public bool IsRange => Low < High;

    public static Quantity Exactly(decimal value) => new(value, value, Bound.Exact);

    public static Quantity AtLeast(decimal value) => new(value, value, Bound.AtLeast);

    public static Quantity AtMost(decimal value) => new(value, value, Bound.AtMost);

    public static Quantity About(decimal value) => new(value, value, Bound.About);

    /// <summary>Near a range of numbers: 约50%–90%.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public static Quantity About(decimal low, decimal high) => new(low, high, Bound.About);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public static Quantity Between(decimal low, decimal high) => new(low, high, Bound.Range);

    /// <summary>The quantity with another bound word, e.g. a sum made of 约 parts is itself 约.</summary>
    /// <exception cref="ArgumentException">A range cannot be made a point or a bound on one side.</exception>
    public Quantity WithBound(Bound bound) => !IsRange || bound is Bound.Range or Bound.About
        ? new(Low, High, bound)
        : throw new ArgumentException($"A range of {Low} to {High} is not {bound}.", nameof(bound));

    /// <summary>What a resident reads, with the unit behind each number: 至少85%, 50%–70%, 约670元.</summary>
    public string ToText(string unit) => Bound switch
    {
        Bound.AtLeast => $"至少{Low:0.##}{unit}",
        Bound.AtMost => $"最高{Low:0.##}{unit}",
        Bound.About when IsRange => $"约{Low:0.##}{unit}–{High:0.##}{unit}",
        Bound.About => $"约{Low:0.##}{unit}",
        Bound.Range => $"{Low:0.##}{unit}–{High:0.##}{unit}",
        _ => $"{Low:0.##}{unit}",
    };

    public override string ToString() => ToText("");
}

using MedBot.Policy.Figures;

namespace MedBot.Policy.Settlement;

/// <summary>On which sides the real value of a quantity may lie beyond the numbers printed.</summary>
/// <param name="Upwards">It may be more (至少).</param>
/// <param name="Downwards">It may be less (最高).</param>
/// <param name="About">It is near the numbers, on either side (约).</param>
internal readonly record struct Openness(bool Upwards, bool Downwards, bool About)
{
    public static Openness None => default;

    public static Openness Of(Quantity quantity) =>
        new(quantity.Bound == Bound.AtLeast, quantity.Bound == Bound.AtMost, quantity.Bound == Bound.About);

    /// <summary>That of what is left when the quantity is taken away.</summary>
    public Openness Reversed => new(Downwards, Upwards, About);

    public Openness With(Openness other) => new(Upwards || other.Upwards, Downwards || other.Downwards, About || other.About);

    /// <summary>The numbers with the bound word that this openness gives them. Money is never below zero, so at most zero is zero.</summary>
    public Quantity Bind(decimal low, decimal high)
    {
        if (Downwards && !Upwards)
            return high == 0m ? Quantity.Exactly(0m) : About ? Quantity.About(high) : Quantity.AtMost(high);
        if (Upwards && !Downwards)
            return About ? Quantity.About(low) : Quantity.AtLeast(low);
        if (low < high)
            return About || Upwards ? Quantity.About(low, high) : Quantity.Between(low, high);
        return About || Upwards ? Quantity.About(low) : Quantity.Exactly(low);
    }
}

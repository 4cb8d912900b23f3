using MedBot.Policy.Figures;

namespace MedBot.Policy.Settlement;

/// <summary>What a further layer of insurance pays of a burden, and what it leaves of it.</summary>
internal readonly record struct LayerResult(Quantity Paid, Quantity Left)
{
    /// <summary>
    /// Works both ends of the burden with the best and the worst terms. The rule must pay more for a greater burden, and
    /// never more than the growth, so that both ends of what is paid and of what is left come from ends of the burden.
    /// </summary>
    /// <param name="terms">Where the terms themselves are known only as a bound.</param>
    /// <param name="pay">Yuan paid for a burden; true for the terms' best end.</param>
    public static LayerResult Of(Quantity burden, Openness terms, Func<decimal, bool, decimal> pay)
    {
        var known = Openness.Of(burden);
        var (lowWorst, lowBest) = (pay(burden.Low, false), pay(burden.Low, true));
        var (highWorst, highBest) = (pay(burden.High, false), pay(burden.High, true));
        return new LayerResult(
            known.With(terms).Bind(lowWorst, highBest),
            known.With(terms.Reversed).Bind(burden.Low - lowBest, burden.High - highWorst));
    }
}

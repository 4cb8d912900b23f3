using System.Collections.Immutable;

namespace MedBot.Knowledge.Articles.Likeness;

/// <summary>A question's features, weighed by their rarity.</summary>
internal sealed class AskedQuestion
{
    private readonly Dictionary<uint, int> _numbers;
    private readonly ImmutableArray<double> _weights;
    private readonly double _all;

    /// <param name="weighed">Every feature of the question once, with its count times its rarity.</param>
    public AskedQuestion(ImmutableArray<(uint Key, double Weight)> weighed)
    {
        var squares = 0.0;
        foreach (var (_, weight) in weighed)
        {
            squares += weight * weight;
            _all += weight;
        }

        var length = Math.Sqrt(squares);
        Unit = [.. weighed.Select(feature => (feature.Key, feature.Weight / length))];
        _weights = [.. weighed.Select(feature => feature.Weight)];
        _numbers = new Dictionary<uint, int>(weighed.Length);
        for (var number = 0; number < weighed.Length; number++)
            _numbers.Add(weighed[number].Key, number);
    }

    /// <summary>The features as a vector of length one.</summary>
    public ImmutableArray<(uint Key, double Weight)> Unit { get; }

    /// <summary>The share of the question that a text holds, 0 to 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seen">Room for as many marks as there are features.</param>
    public double ShareIn(string text, Span<bool> seen)
    {
        if (_all == 0)
            return 0;
        seen.Clear();
        var held = 0.0;
        foreach (var key in Features.KeysOf(text))
        {
            if (_numbers.TryGetValue(key, out var number) && !seen[number])
            {
                seen[number] = true;
                held += _weights[number];
            }
        }

        return held / _all;
    }
}

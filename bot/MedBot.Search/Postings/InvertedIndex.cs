namespace MedBot.Search.Postings;

/// <summary>All segments of an index over numbered units, with the figures that scores need. Immutable.</summary>
internal sealed class InvertedIndex(int count, IReadOnlyList<IndexSegment> segments, float impactScale, float[] averageLengths)
{
    public static InvertedIndex Empty { get; } = new(0, [], 1, []);

    /// <summary>How many units are indexed.</summary>
    public int Count { get; } = count;

    public IReadOnlyList<IndexSegment> Segments { get; } = segments;

    /// <summary>What an impact of one stands for: a stored impact times this is the unit's weighted, saturated frequency.</summary>
    public float ImpactScale { get; } = impactScale;

    /// <summary>Mean length of a field over the units that have it, by <see cref="Scoring.FieldKind"/>.</summary>
    public IReadOnlyList<float> AverageLengths { get; } = averageLengths;

    public long Bytes => Segments.Sum(segment => segment.Bytes);

    /// <summary>In how many units a term stands.</summary>
    public int DocumentFrequency(ulong key)
    {
        var sum = 0;
        foreach (var segment in Segments)
            if (segment.Find(key) is >= 0 and var offset)
                sum += segment.Postings(offset);
        return sum;
    }

    /// <summary>Lucene's idf: ln(1 + (N − df + ½) / (df + ½)).</summary>
    public float Idf(int documentFrequency) => MathF.Log(1 + (Count - documentFrequency + 0.5f) / (documentFrequency + 0.5f));
}

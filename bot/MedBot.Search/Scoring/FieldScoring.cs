namespace MedBot.Search.Scoring;

/// <summary>How a field counts: its weight, and BM25's k1 (how fast repetition stops to add) and b (how far length is held against it, 0 to 1).</summary>
public readonly record struct FieldScoring(float Weight, float K1, float B)
{
    /// <summary>BM25's k1 × (1 − b + b × length / average length).</summary>
    internal float Norm(int length, float averageLength) => K1 * (1 - B + (averageLength > 0 ? B * length / averageLength : 0));
}

namespace MedBot.Understanding.Scoring;

/// <summary>
/// What a question is compared by: runs of one to three characters of the masked text, concepts, and pairs of concepts.
/// A feature is a number that can be read back for the explanation.
/// </summary>
internal static class Features
{
    private const int KindShift = 56;
    private const ulong ConceptKind = 8;
    private const ulong PairKind = 9;
    private const ulong Payload = (1UL << KindShift) - 1;

    /// <summary>Concepts that take part in pairs; the first ones of a text.</summary>
    private const int PairLimit = 16;

    /// <summary>The features of a text, each once.</summary>
    /// <param name="masked">The masked text.</param>
    /// <param name="concepts">Its concepts.</param>
    public static HashSet<ulong> Of(ReadOnlySpan<char> masked, IReadOnlyList<int> concepts)
    {
        var features = new HashSet<ulong>((masked.Length * 3) + 32);
        for (var i = 0; i < masked.Length; i++)
        {
            ulong run = 0;
            for (var n = 1; n <= 3 && i + n <= masked.Length; n++)
            {
                run = (run << 16) | masked[i + n - 1];
                features.Add(((ulong)n << KindShift) | run);
            }
        }
        for (var i = 0; i < concepts.Count; i++)
        {
            features.Add((ConceptKind << KindShift) | (uint)concepts[i]);
            for (var j = i + 1; j < Math.Min(concepts.Count, PairLimit); j++)
            {
                var (low, high) = (Math.Min(concepts[i], concepts[j]), Math.Max(concepts[i], concepts[j]));
                features.Add((PairKind << KindShift) | ((ulong)low << 16) | (uint)high);
            }
        }
        return features;
    }

    /// <summary>Whether the feature is a run of at least two characters: what familiarity is measured by.</summary>
    public static bool IsLongRun(ulong feature) => (feature >> KindShift) is 2 or 3;

    /// <summary>The feature in words, for the explanation.</summary>
    public static string Describe(ulong feature, IReadOnlyList<string> conceptNames)
    {
        var kind = feature >> KindShift;
        var payload = feature & Payload;
        if (kind == ConceptKind)
            return conceptNames[(int)payload];
        if (kind == PairKind)
            return conceptNames[(int)(payload >> 16)] + "+" + conceptNames[(int)(payload & 0xFFFF)];
        var text = "";
        for (var shift = ((int)kind - 1) * 16; shift >= 0; shift -= 16)
            text += Masking.Describe((char)((payload >> shift) & 0xFFFF));
        return "“" + text + "”";
    }
}

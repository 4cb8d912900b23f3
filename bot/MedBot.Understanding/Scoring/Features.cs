using System.Runtime.CompilerServices;

namespace MedBot.Understanding.Scoring;

/// <summary>
/// What a question is compared by: single characters and pairs of neighbours in the masked text, and concepts. Longer
/// runs and pairs of concepts were tried and only learn the examples by heart. A feature is a number that can be read
/// back for the explanation.
/// </summary>
internal static class Features
{
    private const int KindShift = 56;
    private const ulong ConceptKind = 8;
    private const ulong Payload = (1UL << KindShift) - 1;

    /// <summary>The features of a text, each once.</summary>
    /// <param name="masked">The masked text.</param>
    /// <param name="concepts">Its concepts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static HashSet<ulong> Of(ReadOnlySpan<char> masked, IReadOnlyList<int> concepts)
    {
        var features = new HashSet<ulong>((masked.Length * 2) + 32);
        for (var i = 0; i < masked.Length; i++)
        {
            ulong run = 0;
            for (var n = 1; n <= 2 && i + n <= masked.Length; n++)
            {
                run = (run << 16) | masked[i + n - 1];
                // Every text has bars; only what stands beside one says something.
                if (n > 1 || masked[i] != Masking.Bar)
                    features.Add(((ulong)n << KindShift) | run);
            }
        }
        foreach (var concept in concepts)
            features.Add((ConceptKind << KindShift) | (uint)concept);
        return features;
    }

    /// <summary>Whether the feature is a pair of neighbours: what familiarity is measured by.</summary>
    public static bool IsPair(ulong feature) => feature >> KindShift == 2;

    /// <summary>Whether the feature is a pair that says something by itself; letters of any language's words stand side by side by chance.</summary>
    public static bool IsTelling(ulong feature) => IsPair(feature) && !(char.IsAscii((char)(feature & 0xFFFF)) && char.IsAscii((char)((feature >> 16) & 0xFFFF)));

    /// <summary>Whether the feature is a single character.</summary>
    public static bool IsCharacter(ulong feature) => feature >> KindShift == 1;

    /// <summary>The feature in words, for the explanation.</summary>
    public static string Describe(ulong feature, IReadOnlyList<string> conceptNames)
    {
        var kind = feature >> KindShift;
        var payload = feature & Payload;
        if (kind == ConceptKind)
            return conceptNames[(int)payload];
        var text = "";
        for (var shift = ((int)kind - 1) * 16; shift >= 0; shift -= 16)
            text += Masking.Describe((char)((payload >> shift) & 0xFFFF));
        return "“" + text + "”";
    }
}

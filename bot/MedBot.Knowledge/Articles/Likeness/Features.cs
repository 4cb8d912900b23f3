using System.Runtime.InteropServices;

namespace MedBot.Knowledge.Articles.Likeness;

/// <summary>What of a text is compared: its pairs of characters, and its characters at half weight; marks and blanks are left out.</summary>
internal static class Features
{
    private const double SingleWeight = 0.5;

    /// <summary>Counts by feature: a pair as two UTF-16 units, a character as one.</summary>
    public static Dictionary<uint, double> Of(string text)
    {
        var counts = new Dictionary<uint, double>();
        var before = '\0';
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                continue;
            Count(counts, c, SingleWeight);
            if (before != '\0')
                Count(counts, ((uint)before << 16) | c, 1);
            before = c;
        }
        return counts;
    }

    private static void Count(Dictionary<uint, double> counts, uint key, double weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += weight;
}

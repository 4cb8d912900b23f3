using MedBot.Segmentation;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>How the time for a character grows with the length of texts that nobody writes: it should not.</summary>
internal static class HostileTexts
{
    public static readonly int[] Lengths = [250_000, 500_000, 1_000_000, 2_000_000];

    private static readonly (string Name, string Pattern)[] Patterns =
    [
        ("的, one character that is a word", "的"),
        ("龘, one character that words lack", "龘"),
        ("中华人民共和国, the start of long words", "中华人民共和国"),
        ("1. without end", "1."),
        ("high surrogates alone", "\uD83D"),
        ("。 without end", "。"),
    ];

    /// <summary>For each pattern, the nanoseconds of processor time for a character at each of <see cref="Lengths"/>, precise mode, best of five.</summary>
    public static IEnumerable<(string Name, double[] Nanoseconds)> Measure()
    {
        var segmenter = Segmenter.CreateDefault();
        return Patterns.Select(pattern => (pattern.Name, Array.ConvertAll(Lengths, length => Measure(segmenter, pattern.Pattern, length))));
    }

    private static double Measure(Segmenter segmenter, string pattern, int length)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, length / pattern.Length));
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var start = Environment.CpuUsage.TotalTime;
            var tokens = 0;
            foreach (var token in segmenter.Enumerate(text))
                tokens += token.Length > 0 ? 1 : 0;
            return tokens > 0 ? (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / text.Length : 0;
        });
    }
}

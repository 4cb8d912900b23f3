using System.Globalization;

namespace MedBot.Benchmarks.Search;

/// <summary>What came of a set's questions: how often the first hit was right, the mean reciprocal rank over ten, and times in microseconds.</summary>
public sealed record JudgedRun(double FirstRight, double ReciprocalRank, double P50, double P99)
{
    /// <summary>Judges the answers to a set's questions, in their order.</summary>
    public static JudgedRun Of(JudgedSet set, IReadOnlyList<IReadOnlyList<string>> answers, double[] microseconds)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(answers);
        var first = 0;
        var reciprocal = 0.0;
        for (var i = 0; i < answers.Count; i++)
            for (var rank = 0; rank < answers[i].Count; rank++)
                if (set.Queries[i].Relevant.Contains(answers[i][rank]))
                {
                    first += rank == 0 ? 1 : 0;
                    reciprocal += 1.0 / (rank + 1);
                    break;
                }

        var times = microseconds.Order().ToArray();
        return new JudgedRun((double)first / answers.Count, reciprocal / answers.Count, times[times.Length / 2], times[times.Length * 99 / 100]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstRight:F3} / {ReciprocalRank:F3} ({P50:F0}, {P99:F0} µs)");
}

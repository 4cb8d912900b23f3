namespace MedBot.Understanding.Scoring;

/// <summary>Scores in log odds to probabilities that sum to one.</summary>
internal static class Softmax
{
    public static void Apply(Span<double> scores, double temperature = 1)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        double sum = 0;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = Math.Exp((scores[i] - highest) / temperature);
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
    }
}

using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>What residents ask, from the labelled questions of the repository, in the same order in every run.</summary>
internal static class Questions
{
    private const int Stride = 37;

    private static readonly string[] All =
        [.. File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests", "questions", "development.tsv")).Skip(1).Select(line => line.Split('\t')[0])];

    /// <summary>The question that a conversation asks as its message of that number.</summary>
    public static string Of(int conversation, int message) => All[(conversation * Stride + message) % All.Length];
}

using System.Globalization;
using MedBot.Search.Scoring;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// <c>search-steps [--set FILE]…</c>: what each step of the ranking brings, as a table: from Lucene's way over words and pairs to the one in use.
/// Rows of one article stay apart until its score is a step. Without sets, on made ones.
/// </summary>
public static class StepsCommand
{
    private static readonly (string Name, bool Group, Func<SearchScoring, SearchScoring> Change)[] Steps =
    [
        ("pairs alone, k1 1.2, b 0.75", false, s => Bare(s) with { WordWeight = 0 }),
        ("+ words", false, Bare),
        ("+ single characters at half weight", false, s => Bare(s) with { SingleWeight = 0.5f }),
        ("+ words at half weight", false, s => Bare(s) with { SingleWeight = 0.5f, WordWeight = 0.5f }),
        ("+ k1 and b of the preset", false, s => NoExtras(s) with { Title = new FieldScoring(1, s.Title.K1, s.Title.B), QuestionWordWeight = 1, FunctionWordWeight = 1 }),
        ("+ less weight for question words", false, s => NoExtras(s) with { Title = new FieldScoring(1, s.Title.K1, s.Title.B), FunctionWordWeight = 1 }),
        ("+ less weight for particles", false, s => NoExtras(s) with { Title = new FieldScoring(1, s.Title.K1, s.Title.B) }),
        ("+ weight of the question field", false, NoExtras),
        ("+ the article's score", true, s => s with { CoverageExponent = 0, WindowWeight = 0 }),
        ("+ coverage of the question", true, s => s with { WindowWeight = 0 }),
        ("+ closeness: all of it", true, s => s),
    ];

    public static int Run(string[] arguments)
    {
        if (JudgedSet.FromArguments("search-steps", arguments) is not { } sets)
            return 2;
        var segmenter = Segmenter.CreateDefault();
        Console.WriteLine($"| R@1 / MRR@10 | {string.Join(" | ", sets.Select(set => $"{set.Name} ({set.Rows.Count} rows, {set.Queries.Count} questions)"))} | mean |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", sets.Count + 1))}");
        foreach (var (name, group, change) in Steps)
        {
            var runs = sets.Select(set => SetRunner.Run(set, segmenter, change, group)).ToArray();
            var cells = runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.FirstRight:F3} / {run.ReciprocalRank:F3}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} | {runs.Average(run => run.FirstRight):F3} / {runs.Average(run => run.ReciprocalRank):F3} |"));
        }

        return 0;
    }

    private static SearchScoring Bare(SearchScoring scoring) => NoExtras(scoring) with
    {
        SingleWeight = 0,
        WordWeight = 1,
        Title = new FieldScoring(1, 1.2f, 0.75f),
        Body = new FieldScoring(1, 1.2f, 0.75f),
        QuestionWordWeight = 1,
        FunctionWordWeight = 1,
    };

    private static SearchScoring NoExtras(SearchScoring scoring) => scoring with { CoverageExponent = 0, WindowWeight = 0, ArticleWeight = 0 };
}

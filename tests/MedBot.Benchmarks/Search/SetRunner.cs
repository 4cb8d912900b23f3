using System.Diagnostics;
using MedBot.Search;
using MedBot.Search.Queries;
using MedBot.Search.Scoring;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>Runs a judged set through MedBot's own search.</summary>
internal static class SetRunner
{
    private const int Rounds = 3;

    public static JudgedRun Run(JudgedSet set, Segmenter segmenter, Func<SearchScoring, SearchScoring> change, bool group = true)
    {
        var collection = TsvCollection.FromRows(set.Rows, group);
        var index = SearchIndex.Build(collection.Documents, segmenter, change(CollectionProfile.Choose(collection.Documents)));
        var answers = new IReadOnlyList<string>[set.Queries.Count];
        var times = new double[set.Queries.Count];
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < answers.Length; i++)
            {
                var query = new SearchQuery(set.Queries[i].Text) { OnePassagePerDocument = false };
                var start = Stopwatch.GetTimestamp();
                var result = index.Search(query);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                answers[i] = [.. result.Hits.Select(collection.RowId)];
            }

        return JudgedRun.Of(set, answers, times);
    }
}

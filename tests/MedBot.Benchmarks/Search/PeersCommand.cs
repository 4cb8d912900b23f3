using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary><c>search-peers [--set FILE]…</c>: MedBot's search beside Lucene 8 on judged sets. A peer that is not installed is named as skipped.</summary>
public static class PeersCommand
{
    private static readonly string[] Modes = ["word", "bigram", "hybrid"];

    public static int Run(string[] arguments)
    {
        if (JudgedSet.FromArguments("search-peers", arguments) is not { } sets)
            return 2;
        var segmenter = Segmenter.CreateDefault();
        var lucene = LucenePeer.Find();
        if (lucene is null)
            Console.WriteLine("Skipped: Lucene 8 (needs java and javac, and Debian's liblucene8-java).");
        Console.WriteLine("R@1 / MRR@10 (p50, p99 of a query)");
        foreach (var set in sets)
        {
            Console.WriteLine($"{set.Name}: {set.Rows.Count} rows, {set.Queries.Count} questions");
            Console.WriteLine($"  MedBot         {SetRunner.Run(set, segmenter, scoring => scoring)}");
            if (lucene is null)
                continue;
            foreach (var mode in Modes)
                Console.WriteLine($"  Lucene {mode,-7} {lucene.Run(set, segmenter, mode)}");
        }

        return 0;
    }
}

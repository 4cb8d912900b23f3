using System.Diagnostics;
using System.Text;
using MedBot.Search;
using MedBot.Search.Queries;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// <c>search --docs FILE.tsv [--top 10] [--explain]</c>: reads <c>query, qid</c> lines on standard input and answers each at once with a line
/// of ids, best first, separated and closed by tabs: <c>#microseconds</c> that the query took, segmentation included.
/// </summary>
public static class SearchCommand
{
    private const int WarmUpQueries = 3000;
    private static readonly TimeSpan WarmUpLimit = TimeSpan.FromSeconds(3);

    public static int Run(string[] arguments)
    {
        if (!SearchArguments.TryParse(arguments, Console.Error, out var parsed))
            return 2;
        var collection = TsvCollection.Read(parsed.Documents);
        var index = SearchIndex.Build(collection.Documents, Segmenter.CreateDefault());
        WarmUp(index, parsed.Top);
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = false, NewLine = "\n" };
        while (input.ReadLine() is { } line)
        {
            Answer(index, collection, line, parsed, output);
            output.Flush();
        }

        return 0;
    }

    private static void Answer(SearchIndex index, TsvCollection collection, string line, SearchArguments arguments, TextWriter output)
    {
        var query = new SearchQuery(line.Split('\t')[0]) { Top = arguments.Top, OnePassagePerDocument = false };
        var start = Stopwatch.GetTimestamp();
        var result = index.Search(query);
        var elapsed = Stopwatch.GetElapsedTime(start);
        foreach (var hit in result.Hits)
        {
            output.Write(collection.RowId(hit));
            output.Write('\t');
        }

        output.WriteLine($"#{elapsed.TotalMicroseconds:F1}");
        if (!arguments.Explain)
            return;
        foreach (var hit in result.Hits)
        {
            output.WriteLine($"# {collection.RowId(hit)}\t覆盖 {hit.Coverage:P0}\t相关 {hit.Relevance:P0}");
            foreach (var part in hit.Explain().ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
                output.WriteLine($"# {part}");
        }
    }

    /// <summary>Lets the runtime compile the search for good before the first query is timed.</summary>
    private static void WarmUp(SearchIndex index, int top)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmUpQueries && Stopwatch.GetElapsedTime(start) < WarmUpLimit && index.Documents.Count > 0; i++)
        {
            var document = index.Documents[(int)(i * 7919L % index.Documents.Count)];
            var text = document.Title.Length > 0 && i % 2 == 0 ? document.Title : document.Body;
            index.Search(new SearchQuery(text[..Math.Min(text.Length, 12 + i % 20)]) { Top = top, OnePassagePerDocument = false });
        }
    }
}

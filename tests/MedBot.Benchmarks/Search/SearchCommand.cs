using System.Diagnostics;
using System.Text;
using MedBot.Benchmarks.Segmentation;
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
    public static int Run(string[] arguments)
    {
        if (!SearchArguments.TryParse(arguments, Console.Error, out var parsed))
            return 2;
        var collection = TsvCollection.Read(parsed.Documents);
        GiveBack();
        var index = SearchIndex.Build(collection.Documents, Segmenter.CreateDefault());
        GiveBack();
        if (index.Documents.Count > 0)
        {
            using var nowhere = WriterTo(Stream.Null);
            WarmUp.Run(number => Answer(index, collection, MadeQuery(index, number), parsed, nowhere));
        }

        var lines = new LineReader(Console.OpenStandardInput());
        using var output = WriterTo(Console.OpenStandardOutput());
        while (lines.TryRead(out var line))
        {
            Answer(index, collection, line, parsed, output);
            output.Flush();
        }

        return 0;
    }

    // What reading and building left behind goes back to the system.
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static StreamWriter WriterTo(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = false, NewLine = "\n" };

    private static void Answer(SearchIndex index, TsvCollection collection, ReadOnlySpan<char> line, SearchArguments arguments, StreamWriter output)
    {
        var text = line.IndexOf('\t') is >= 0 and var end ? line[..end] : line;
        var query = new SearchQuery(text.ToString()) { Top = arguments.Top, OnePassagePerDocument = false };
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

    /// <summary>A piece of a document, to be asked before the first question is read.</summary>
    private static ReadOnlySpan<char> MadeQuery(SearchIndex index, int number)
    {
        var document = index.Documents[(int)(number * 7919L % index.Documents.Count)];
        var text = (document.Title.Length > 0 && number % 2 == 0 ? document.Title : document.Body).AsSpan();
        var length = Math.Min(text.Length, 12 + number % 20);
        return text.Slice(number % (text.Length - length + 1), length);
    }
}

using System.Diagnostics;
using System.Globalization;
using MedBot.Search;
using MedBot.Search.Documents;
using MedBot.Search.Queries;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// <c>search-growth [--to 1000000] [--into FOLDER]</c>: time of a query and memory for 1,000 passages of 200 characters and ever ten times more,
/// on made text, as a table and a chart.
/// </summary>
public static class GrowthCommand
{
    private const int PassageLength = 200;
    private const int Queries = 1000;
    private const int Seed = 20_251_101;

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("search-growth", arguments, "--to", "--into"))
            return 2;
        var to = CommandOptions.Number(arguments, "--to", 1_000_000);
        var folder = CommandOptions.Text(arguments, "--into", ".");
        var segmenter = Segmenter.CreateDefault();
        var points = new List<GrowthPoint>();
        Console.WriteLine("passages | build s | p50 µs | p99 µs | greatest µs | index MB | text and index MB | working set MB | greatest working set MB");
        foreach (var count in Sizes(to))
        {
            var point = Measure(segmenter, count);
            points.Add(point);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{point.Passages} | {point.BuildSeconds:F1} | {point.P50:F0} | {point.P99:F0} | {point.Greatest:F0} | {point.IndexBytes / 1e6:F0} | {point.HeapBytes / 1e6:F0} | {point.WorkingSetBytes / 1e6:F0} | {point.PeakBytes / 1e6:F0}"));
        }

        File.WriteAllText(Path.Combine(folder, "search-growth.svg"), GrowthChart.Draw(points));
        return 0;
    }

    private static IEnumerable<int> Sizes(int to)
    {
        for (var size = 1000; size < to; size *= 10)
        {
            yield return size;
            if (size == 1000)
                yield return 5000;
        }

        yield return to;
    }

    private static GrowthPoint Measure(Segmenter segmenter, int count)
    {
        var text = new MadeText(segmenter.Dictionary, Seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var documents = new SearchDocument[count];
        for (var i = 0; i < count; i++)
            documents[i] = new SearchDocument(i.ToString()) { Body = text.Passage(PassageLength) };
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var start = Stopwatch.GetTimestamp();
        var index = SearchIndex.Build(documents, segmenter);
        var build = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var heap = GC.GetTotalMemory(forceFullCollection: false) - before;
        var random = new Random(Seed);
        var queries = Enumerable.Range(0, Queries).Select(_ => new SearchQuery(text.Question(documents[random.Next(count)].Body))).ToArray();
        WarmUp.Run(number => index.Search(queries[number % Queries]));
        var times = new double[Queries];
        for (var i = 0; i < Queries; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            index.Search(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
        }

        Array.Sort(times);
        process.Refresh();
        return new GrowthPoint(count, build, times[Queries / 2], times[Queries * 99 / 100], times[^1], index.IndexBytes, heap, process.WorkingSet64, peak);
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>Measures MedBot's segmenter in this process, which must have just begun.</summary>
internal static class SpeedWorker
{
    public static SpeedResult[] Measure(string file, double seconds)
    {
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var segmenter = Segmenter.CreateDefault();
        var load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        CountRanges(segmenter, "城乡居民医保什么时候缴费", SegmentationMode.Precise);
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var kept = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1e6;

        var size = new FileInfo(file).Length;
        var lines = File.ReadAllText(file).Split('\n');
        return [Result("as ranges", CountRanges), Result("as strings", CountStrings)];

        SpeedResult Result(string form, Func<Segmenter, string, SegmentationMode, int> cut) => new(
            $"MedBot.Segmentation, {form}", RuntimeInformation.FrameworkDescription, load, first,
            MegabytesPerSecond(cut, SegmentationMode.Precise), MegabytesPerSecond(cut, SegmentationMode.Search), kept);

        double MegabytesPerSecond(Func<Segmenter, string, SegmentationMode, int> cut, SegmentationMode mode)
        {
            var best = TimeSpan.MaxValue;
            var begun = Stopwatch.GetTimestamp();
            do
            {
                var pass = Environment.CpuUsage.TotalTime;
                foreach (var line in lines)
                    cut(segmenter, line, mode);
                var used = Environment.CpuUsage.TotalTime - pass;
                best = used < best ? used : best;
            }
            while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds);
            return size / 1e6 / best.TotalSeconds;
        }
    }

    private static int CountRanges(Segmenter segmenter, string line, SegmentationMode mode)
    {
        var count = 0;
        foreach (var token in segmenter.Enumerate(line, mode))
            count += token.Length > 0 ? 1 : 0;
        return count;
    }

    private static int CountStrings(Segmenter segmenter, string line, SegmentationMode mode) => segmenter.Cut(line, mode).Length;
}

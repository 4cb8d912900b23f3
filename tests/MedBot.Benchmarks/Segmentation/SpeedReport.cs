using System.Runtime.InteropServices;
using System.Text;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>Words the measurements as a page of Markdown.</summary>
internal static class SpeedReport
{
    private const string Reference = "@node-rs/jieba";

    /// <summary>The best of each segmenter's rounds, beside the peer in Rust, and how time grows on hostile texts.</summary>
    public static string Write(IEnumerable<SpeedResult> rounds, IEnumerable<string> skipped, string text, long bytes)
    {
        var best = rounds.GroupBy(round => round.Name).Select(Best).ToList();
        var reference = best.Find(result => result.Name == Reference);
        var page = new StringBuilder();
        page.Append($"""
            # Word segmentation side by side

            {Machine.Description}; {RuntimeInformation.FrameworkDescription}, Release. Made by `dotnet run --project tests/MedBot.Benchmarks -c Release -- segment-speed`.

            Text: {text}, {bytes / 1e6:0.00} MB of UTF-8, line by line, one thread, precise and search mode with the model of unknown words.
            Each segmenter in processes of its own that took turns; throughput by processor time, the best pass of all; times to load as they pass on the wall.
            Compare the ratios, not the megabytes: they hold on a busy machine too.

            | segmenter | version | precise MB/s | search MB/s | loaded ms | first tokens ms | dictionary MB |
            |---|---|---:|---:|---:|---:|---:|

            """);
        foreach (var result in best)
        {
            page.Append($"| {result.Name} | {result.Version} | {result.Precise:0.0}{Ratio(result.Precise, reference?.Precise)} | {result.Search:0.0}{Ratio(result.Search, reference?.Search)} ");
            page.Append($"| {result.LoadMs:0} | {result.FirstMs:0} | {result.MemoryMb?.ToString("0.0") ?? "–"} |\n");
        }

        foreach (var name in skipped)
            page.Append($"\nskipped: {name}\n");

        page.Append("\n## Texts that nobody writes\n\nNanoseconds of processor time for a character in precise mode, one block without a break: the same at every length.\n\n");
        page.Append($"| pattern | {string.Join(" | ", HostileTexts.Lengths.Select(length => $"{length:N0}"))} |\n");
        page.Append($"|---|{string.Concat(HostileTexts.Lengths.Select(_ => "---:|"))}\n");
        foreach (var (name, nanoseconds) in HostileTexts.Measure())
            page.Append($"| {name} | {string.Join(" | ", nanoseconds.Select(figure => $"{figure:0.0}"))} |\n");
        return page.ToString();
    }

    private static SpeedResult Best(IGrouping<string, SpeedResult> rounds) => rounds.First() with
    {
        LoadMs = rounds.Min(round => round.LoadMs),
        FirstMs = rounds.Min(round => round.FirstMs),
        Precise = rounds.Max(round => round.Precise),
        Search = rounds.Max(round => round.Search),
    };

    private static string Ratio(double figure, double? reference) => reference is { } other ? $" (×{figure / other:0.0})" : string.Empty;
}

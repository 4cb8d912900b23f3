using System.Text;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>Results as a table on the screen and in a file, with a chart of each beside it.</summary>
internal static class LoadReport
{
    public static void Write(string folder, string name, IReadOnlyList<LoadResult> results)
    {
        Directory.CreateDirectory(folder);
        var report = new StringBuilder().AppendLine($"# {name}").AppendLine().AppendLine(Machine.Description).AppendLine().Append(Table(results));
        for (var number = 0; number < results.Count; number++)
        {
            var chart = results.Count == 1 ? $"{name}.svg" : $"{name}-{number + 1}.svg";
            File.WriteAllText(Path.Combine(folder, chart), LoadChart.Draw(results[number]));
            report.AppendLine().AppendLine($"![{results[number].Name}]({chart})");
        }

        File.WriteAllText(Path.Combine(folder, $"{name}.md"), report.ToString());
        Console.Write(Table(results));
        Console.WriteLine($"written to {Path.Combine(folder, $"{name}.md")}");
    }

    private static string Table(IReadOnlyList<LoadResult> results)
    {
        var table = new StringBuilder()
            .AppendLine("| loaded | conversations | rate asked, 1/s | turns | turns/s | p50 ms | p99 ms | p99.9 ms | greatest ms | errors | doubled | turns per CPU second | server's CPU s | client's CPU s | greatest memory MB |")
            .AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var r in results)
        {
            table.AppendLine(FormattableString.Invariant(
                $"| {r.Name} | {r.Plan.Conversations} | {(r.Plan.Rate == 0 ? "none" : r.Plan.Rate)} | {r.Turns.Count} | {r.TurnsPerSecond:0} | {r.Percentile(0.5):0.0} | {r.Percentile(0.99):0.0} | {r.Percentile(0.999):0.0} | {r.Percentile(1):0.0} | {r.Errors} | {r.Doubled} | {r.TurnsPerCpuSecond:0} | {r.ServerCpu:0.0} | {r.ClientCpu:0.0} | {r.PeakBytes / 1e6:0} |"));
        }

        return table.ToString();
    }
}

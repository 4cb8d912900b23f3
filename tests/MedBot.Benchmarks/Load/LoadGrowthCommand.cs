using System.Globalization;
using System.Text;
using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;
using MedBot.Benchmarks.Storage;
using MedBot.Storage.Sqlite;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// <c>load-growth [--to 1000000] [--rounds 5] [--into FOLDER]</c>: what a whole turn over Direct Line costs the server with 1,000
/// conversations in its SQLite file and ever ten times more. One server for each size, all at once; loaded in turns, the
/// cheapest round of each counting, so that what else the machine does weighs on all alike.
/// </summary>
internal static class LoadGrowthCommand
{
    /// <summary>The made conversations are of last year; none may be deleted for its age.</summary>
    private const string KeepAll = "3650";

    private static readonly LoadPlan Plan = new(Conversations: 50, Messages: 80, Rate: 0, WarmUp: 20);

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("load-growth", arguments, "--to", "--rounds", "--into"))
            return 2;
        var folder = CommandOptions.Text(arguments, "--into", Path.Combine(RepositoryFiles.Root, "artifacts"));
        var best = MeasureAsync(CommandOptions.Number(arguments, "--to", 1_000_000), CommandOptions.Number(arguments, "--rounds", 5)).GetAwaiter().GetResult();
        var table = Table(best);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "load-growth.md"), $"# What a turn costs as conversations grow\n\n{Machine.Description}\n\n{table}");
        Console.Write(table);
        return best.Sum(point => point.Result.Errors + point.Result.Doubled) == 0 ? 0 : 1;
    }

    private static async Task<List<(int Kept, LoadResult Result)>> MeasureAsync(int to, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-growth-").FullName;
        var servers = new List<(int Kept, LoadedServer Server)>();
        try
        {
            for (var kept = 1000; kept <= to; kept *= 10)
            {
                var file = Path.Combine(folder, $"{kept}.db");
                await using (var store = new SqliteConversationStore(file, TimeProvider.System))
                {
                    await store.PrepareAsync(CancellationToken.None);
                    await MadeConversations.FillAsync(store, 0, kept);
                }

                servers.Add((kept, await LoadedServer.MedBotAsync("--Storage:Path", file, "--Storage:RetentionDays", KeepAll)));
            }

            return await MeasureAsync(servers, rounds);
        }
        finally
        {
            foreach (var (_, server) in servers)
                await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<(int Kept, LoadResult Result)>> MeasureAsync(List<(int Kept, LoadedServer Server)> servers, int rounds)
    {
        var results = new List<(int Kept, LoadResult Result)>();
        // The first round warms up and does not count.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (kept, server) in servers)
            {
                var result = await ChannelLoad.MeasureAsync($"{kept}", new LoadTarget(server), LoadChannel.DirectLine, Plan);
                if (round > 0)
                    results.Add((kept, result));
            }
        }

        return [.. results.GroupBy(point => point.Kept).Select(points => points.MaxBy(point => point.Result.TurnsPerCpuSecond))];
    }

    private static string Table(List<(int Kept, LoadResult Result)> points)
    {
        var table = new StringBuilder("| conversations kept | CPU µs a turn | against the fewest | turns/s | p50 ms | p99 ms |\n|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (kept, result) in points)
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| {kept:#,0} | {1e6 / result.TurnsPerCpuSecond:0} | {points[0].Result.TurnsPerCpuSecond / result.TurnsPerCpuSecond:0.00} | {result.TurnsPerSecond:0} | {result.Percentile(0.5):0.0} | {result.Percentile(0.99):0.0} |\n");
        }

        return table.ToString();
    }
}

using System.Diagnostics;
using System.Text;
using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;
using MedBot.Storage.Conversations;
using MedBot.Storage.Postgres;
using MedBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedBot.Benchmarks.Storage;

/// <summary>
/// <c>store-growth [--to 1000000] [--postgres CONNECTION] [--into FOLDER]</c>: what a turn costs the store (finding the
/// conversation, then one durable transaction) with 1,000 conversations kept and ever ten times more. Turns are taken in
/// the thousand newest conversations, as residents do, and in any of them, which is the worst case.
/// </summary>
internal static class StoreGrowthCommand
{
    private const int AtOnce = 64, Rounds = 9, TurnsInARound = 4000, WarmUp = 30_000, Newest = 1000, Seed = 20_251_101;

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("store-growth", arguments, "--to", "--postgres", "--into"))
            return 2;
        return RunAsync(
            CommandOptions.Number(arguments, "--to", 1_000_000),
            CommandOptions.Text(arguments, "--postgres", ""),
            CommandOptions.Text(arguments, "--into", ".")).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int to, string postgres, string into)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-growth-").FullName;
        try
        {
            var report = new StringBuilder($"# What a turn costs the store as conversations grow\n\n{Machine.Description}; .NET {Environment.Version}, Release. ");
            report.AppendLine($"{AtOnce} turns at once, each durable (synced) before it is reported; the quietest of {Rounds} rounds of {TurnsInARound} turns, the times over all rounds.");
            if (postgres.Length == 0)
            {
                await using var store = new SqliteConversationStore(Path.Combine(folder, "medbot.db"), TimeProvider.System);
                await MeasureAsync(store, "SQLite", to, report);
            }
            else
            {
                await using var store = new PostgresConversationStore(postgres, TimeProvider.System, NullLogger<PostgresConversationStore>.Instance);
                await MeasureAsync(store, "PostgreSQL (processor time is that of the program, not of the database)", to, report);
            }

            await File.WriteAllTextAsync(Path.Combine(into, postgres.Length == 0 ? "store-growth.md" : "store-growth-postgres.md"), report.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IConversationStore store, string name, int to, StringBuilder report)
    {
        await store.PrepareAsync(CancellationToken.None);
        report.AppendLine().AppendLine($"## {name}").AppendLine().AppendLine(StoreGrowthPoint.Head);
        Console.WriteLine($"{name}\n{StoreGrowthPoint.Head}");
        var kept = 0;
        for (var size = 1000; size <= to; size *= 10)
        {
            await MadeConversations.FillAsync(store, kept, size);
            if (kept == 0)
                await TakeAsync(store, WarmUp, random => random.Next(size));
            kept = size;
            await PointAsync("the newest 1,000", random => kept - 1 - random.Next(Newest));
            if (kept > Newest)
                await PointAsync("any", random => random.Next(kept));
        }

        async Task PointAsync(string active, Func<Random, int> choose)
        {
            var point = await MeasureAsync(store, kept, active, choose);
            report.AppendLine(point.ToString());
            Console.WriteLine(point);
        }
    }

    private static async Task<StoreGrowthPoint> MeasureAsync(IConversationStore store, int kept, string active, Func<Random, int> choose)
    {
        var cpu = new List<double>();
        var rates = new List<double>();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var (processor, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            times.AddRange(await TakeAsync(store, TurnsInARound, choose));
            process.Refresh();
            cpu.Add((process.TotalProcessorTime - processor).TotalMicroseconds / TurnsInARound);
            rates.Add(TurnsInARound / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        times.Sort();
        return new StoreGrowthPoint(kept, active, cpu.Min(), rates.Max(), times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    // A turn that another one of the same conversation has overtaken is taken again, as the program does.
    private static async Task<List<double>> TakeAsync(IConversationStore store, int turns, Func<Random, int> choose)
    {
        var left = turns;
        var times = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(worker => Task.Run(async () =>
        {
            var mine = new List<double>();
            var random = new Random(Seed + worker);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var began = Stopwatch.GetTimestamp();
                var (id, key) = (MadeConversations.IdOf(choose(random)), Guid.NewGuid().ToString("N"));
                CommitOutcome outcome;
                do
                {
                    var opened = await store.OpenTurnAsync(id, key, CancellationToken.None);
                    outcome = await store.CommitAsync(MadeConversations.Turn(opened!.Conversation, key), CancellationToken.None);
                }
                while (outcome is CommitOutcome.Superseded);
                mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. times.SelectMany(mine => mine)];
    }
}

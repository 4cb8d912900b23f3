using System.Globalization;
using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;
using MedBot.Storage.Tests.Postgres;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// <c>load [--url URL,… [--pid ID,…] | --replicas 3] [--channel directline|polling|messages] [--conversations 50] [--messages 100] [--rate 0] [--warm-up 40] [--into FOLDER]</c>:
/// turns a second, times, errors, processor and memory of servers, as a table and a chart. Several take the calls in turns.
/// Without an address it starts MedBot itself with a new database: one process with SQLite, or replicas with PostgreSQL.
/// </summary>
internal static class LoadCommand
{
    private static readonly string[] Options = ["--url", "--pid", "--replicas", "--channel", "--conversations", "--messages", "--rate", "--warm-up", "--into"];

    private static readonly Dictionary<string, LoadChannel> Channels = new(StringComparer.Ordinal)
    {
        ["directline"] = LoadChannel.DirectLine,
        ["polling"] = LoadChannel.DirectLinePolling,
        ["messages"] = LoadChannel.Messages,
    };

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("load", arguments, Options))
            return 2;
        var asked = CommandOptions.Text(arguments, "--channel", "directline");
        if (!Channels.TryGetValue(asked, out var channel))
        {
            Console.Error.WriteLine($"load: --channel is {string.Join(", ", Channels.Keys)}, not '{asked}'.");
            return 2;
        }

        var plan = new LoadPlan(
            CommandOptions.Number(arguments, "--conversations", 50),
            CommandOptions.Number(arguments, "--messages", 100),
            CommandOptions.Number(arguments, "--rate", 0),
            CommandOptions.Number(arguments, "--warm-up", 40));
        var folder = CommandOptions.Text(arguments, "--into", Path.Combine(RepositoryFiles.Root, "artifacts"));
        var result = MeasureAsync(arguments, asked, channel, plan).GetAwaiter().GetResult();
        LoadReport.Write(folder, $"load-{asked}", [result]);
        return result.Errors + result.Doubled == 0 ? 0 : 1;
    }

    private static async Task<LoadResult> MeasureAsync(string[] arguments, string asked, LoadChannel channel, LoadPlan plan)
    {
        var urls = Parts(CommandOptions.Text(arguments, "--url", ""));
        var replicas = CommandOptions.Number(arguments, "--replicas", 0);
        if (urls.Length > 0)
        {
            var processIds = Parts(CommandOptions.Text(arguments, "--pid", "")).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
            var target = new LoadTarget([.. urls.Select(url => new Uri(url.TrimEnd('/') + "/"))], processIds.Count > 0 ? new ServerUsage(processIds) : null);
            return await ChannelLoad.MeasureAsync($"MedBot, {asked}", target, channel, plan);
        }

        if (replicas > 0)
            return await MeasureReplicasAsync(replicas, asked, channel, plan);
        await using var server = await LoadedServer.MedBotAsync();
        return await ChannelLoad.MeasureAsync($"MedBot, {asked}", new LoadTarget(server), channel, plan);
    }

    private static async Task<LoadResult> MeasureReplicasAsync(int count, string asked, LoadChannel channel, LoadPlan plan)
    {
        if (PostgresServer.Absence is { } absence)
            throw new InvalidOperationException(absence);
        await using var postgres = await PostgresServer.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        var servers = new List<LoadedServer>();
        try
        {
            for (var replica = 0; replica < count; replica++)
                servers.Add(await LoadedServer.MedBotAsync("--ConnectionStrings:Conversations", database));
            var target = new LoadTarget([.. servers.Select(server => server.Address)], new ServerUsage(servers.Select(server => server.ProcessId)));
            return await ChannelLoad.MeasureAsync($"MedBot, {asked}, {count} replicas on PostgreSQL (whose own use is not counted)", target, channel, plan);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private static string[] Parts(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// <c>load-peers [--conversations 50] [--messages 100] [--rounds 3] [--into FOLDER]</c>: the same load on MedBot, with understanding
/// and durable writes, and on a Bot Builder 4.23.3 bot for Node, with state in memory: over POST /api/messages, and over
/// Direct Line, where the peer stands behind offline-directline. In turns; the best round of each counts.
/// </summary>
internal static class PeerLoadCommand
{
    private const int WarmUp = 60;

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("load-peers", arguments, "--conversations", "--messages", "--rounds", "--into"))
            return 2;
        var plan = new LoadPlan(CommandOptions.Number(arguments, "--conversations", 50), CommandOptions.Number(arguments, "--messages", 100), 0, WarmUp);
        var results = MeasureAsync(plan, CommandOptions.Number(arguments, "--rounds", 3)).GetAwaiter().GetResult();
        LoadReport.Write(CommandOptions.Text(arguments, "--into", Path.Combine(RepositoryFiles.Root, "artifacts")), "load-peers", results);
        Console.WriteLine(FormattableString.Invariant($"MedBot over Bot Builder for Node, turns per CPU second on /api/messages: {Ratio(results, 0, 1)} times"));
        Console.WriteLine(FormattableString.Invariant($"over Direct Line by polling: {Ratio(results, 2, 3)} times; by WebSocket, which the peer's server has not: {Ratio(results, 4, 3)} times"));
        return results.Sum(result => result.Errors + result.Doubled) == 0 ? 0 : 1;
    }

    private static string Ratio(IReadOnlyList<LoadResult> results, int own, int peer) =>
        FormattableString.Invariant($"{results[own].TurnsPerCpuSecond / results[peer].TurnsPerCpuSecond:0.00}");

    private static async Task<IReadOnlyList<LoadResult>> MeasureAsync(LoadPlan plan, int rounds)
    {
        await using var medBot = await LoadedServer.MedBotAsync();
        await using var botBuilder = await LoadedServer.BotBuilderAsync();
        await using var behindDirectLine = await LoadedServer.BotBuilderAsync("directline");
        var measures = new (string Name, LoadedServer Server, LoadChannel Channel)[]
        {
            ("MedBot, /api/messages", medBot, LoadChannel.Messages),
            ("Bot Builder 4.23.3 for Node, /api/messages", botBuilder, LoadChannel.Messages),
            ("MedBot, Direct Line by polling", medBot, LoadChannel.DirectLinePolling),
            ("Bot Builder 4.23.3 for Node behind offline-directline 1.3.1, by polling", behindDirectLine, LoadChannel.OfflineDirectLine),
            ("MedBot, Direct Line by WebSocket", medBot, LoadChannel.DirectLine),
        };
        var best = new LoadResult?[measures.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var which = 0; which < measures.Length; which++)
            {
                var (name, server, channel) = measures[which];
                var result = await ChannelLoad.MeasureAsync(name, new LoadTarget(server), channel, plan);
                if (best[which] is not { } former || result.TurnsPerCpuSecond > former.TurnsPerCpuSecond)
                    best[which] = result;
            }
        }

        return [.. best.Select(result => result!)];
    }
}

using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// <c>load-peers [--conversations 50] [--messages 100] [--rounds 3] [--into FOLDER]</c>: the same load over POST /api/messages on MedBot,
/// with understanding and durable writes, and on a Bot Builder 4.23.3 bot for Node, with state in memory; in turns, the best
/// round of each counting. MedBot over Direct Line stands beside them.
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
        Console.WriteLine(FormattableString.Invariant(
            $"MedBot over Bot Builder for Node, turns per CPU second on /api/messages: {results[0].TurnsPerCpuSecond / results[1].TurnsPerCpuSecond:0.00} times"));
        return results.Sum(result => result.Errors + result.Doubled) == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<LoadResult>> MeasureAsync(LoadPlan plan, int rounds)
    {
        await using var medBot = await LoadedServer.MedBotAsync();
        await using var botBuilder = await LoadedServer.BotBuilderAsync();
        var measures = new Func<Task<LoadResult>>[]
        {
            () => ChannelLoad.MeasureAsync("MedBot, /api/messages", medBot.Address, medBot.Usage, overConnector: true, plan),
            () => ChannelLoad.MeasureAsync("Bot Builder 4.23.3 for Node, /api/messages", botBuilder.Address, botBuilder.Usage, overConnector: true, plan),
            () => ChannelLoad.MeasureAsync("MedBot, Direct Line with WebSockets", medBot.Address, medBot.Usage, overConnector: false, plan),
        };
        var best = new LoadResult?[measures.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var which = 0; which < measures.Length; which++)
            {
                var result = await measures[which]();
                if (best[which] is not { } former || result.TurnsPerCpuSecond > former.TurnsPerCpuSecond)
                    best[which] = result;
            }
        }

        return [.. best.Select(result => result!)];
    }
}

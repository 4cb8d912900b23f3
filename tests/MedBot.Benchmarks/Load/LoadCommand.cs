using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// <c>load [--url URL [--pid ID]] [--channel directline|polling|messages] [--conversations 50] [--messages 100] [--rate 0] [--warm-up 40] [--into FOLDER]</c>:
/// turns a second, times, errors, processor and memory of a server, as a table and a chart. Without an address it starts
/// MedBot itself with a new database.
/// </summary>
internal static class LoadCommand
{
    private static readonly string[] Options = ["--url", "--pid", "--channel", "--conversations", "--messages", "--rate", "--warm-up", "--into"];

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
        var url = CommandOptions.Text(arguments, "--url", "");
        var result = url.Length > 0
            ? MeasureAsync(new Uri(url.TrimEnd('/') + "/"), UsageOf(CommandOptions.Number(arguments, "--pid", 0)), asked, channel, plan).GetAwaiter().GetResult()
            : MeasureOwnAsync(asked, channel, plan).GetAwaiter().GetResult();
        LoadReport.Write(folder, $"load-{asked}", [result]);
        return result.Errors + result.Doubled == 0 ? 0 : 1;
    }

    private static ServerUsage? UsageOf(int processId) => processId == 0 ? null : new ServerUsage(processId);

    private static async Task<LoadResult> MeasureOwnAsync(string asked, LoadChannel channel, LoadPlan plan)
    {
        await using var server = await LoadedServer.MedBotAsync();
        return await MeasureAsync(server.Address, server.Usage, asked, channel, plan);
    }

    private static Task<LoadResult> MeasureAsync(Uri server, ServerUsage? usage, string asked, LoadChannel channel, LoadPlan plan) =>
        ChannelLoad.MeasureAsync($"MedBot, {asked}", server, usage, channel, plan);
}

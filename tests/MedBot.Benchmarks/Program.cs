using MedBot.Benchmarks.Dialogs;
using MedBot.Benchmarks.Load;
using MedBot.Benchmarks.Policy;
using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;
using MedBot.Benchmarks.Storage;
using MedBot.Benchmarks.WeChat;

// Each verb with its command; what stands after the verb is the command's own.
var commands = new Dictionary<string, Func<string[], int>>
{
    ["segment"] = SegmentCommand.Run,
    ["segment-compare"] = CompareCommand.Run,
    ["segment-speed"] = SpeedCommand.Run,
    ["turn"] = TurnCommand.Run,
    ["load"] = LoadCommand.Run,
    ["load-growth"] = LoadGrowthCommand.Run,
    ["sizing"] = SizingCommand.Run,
    ["load-peers"] = PeerLoadCommand.Run,
    ["policy"] = PolicyCommand.Run,
    ["search"] = SearchCommand.Run,
    ["search-steps"] = StepsCommand.Run,
    ["search-peers"] = PeersCommand.Run,
    ["search-growth"] = GrowthCommand.Run,
    ["search-make"] = MakeCommand.Run,
    ["wechat"] = WeChatCommand.Run,
    ["store-growth"] = StoreGrowthCommand.Run,
};

if (args is [var verb, .. var rest] && commands.TryGetValue(verb, out var command))
    return command(rest);

Console.Error.WriteLine($"Usage: MedBot.Benchmarks ({string.Join(" | ", commands.Keys)}) …");
return 2;

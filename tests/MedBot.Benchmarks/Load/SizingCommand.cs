using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// <c>sizing [--pages 1000] [--into FOLDER]</c>: the room that one process with SQLite takes, from which the README sizes
/// machines: of disk for a turn, of memory for itself and for a page that is held open.
/// </summary>
internal static class SizingCommand
{
    private const int FewPages = 50;

    private const int Messages = 200;

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("sizing", arguments, "--pages", "--into"))
            return 2;
        var table = MeasureAsync(CommandOptions.Number(arguments, "--pages", 1000)).GetAwaiter().GetResult();
        var folder = CommandOptions.Text(arguments, "--into", Path.Combine(RepositoryFiles.Root, "artifacts"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "sizing.md"), $"# The room that one process takes\n\n{Machine.Description}\n\n{table}");
        Console.Write(table);
        return 0;
    }

    private static async Task<string> MeasureAsync(int pages)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-sizing-");
        try
        {
            await using var server = await LoadedServer.MedBotAsync("--Storage:Path", Path.Combine(folder.FullName, "medbot.db"));
            var few = await LoadAsync(server, FewPages, Messages);
            var bytes = folder.EnumerateFiles().Sum(file => file.Length);
            var many = await LoadAsync(server, pages, messages: 3);
            return FormattableString.Invariant(
                $"""
                | | |
                | --- | ---: |
                | disk a turn, KB | {bytes / 1e3 / few.Turns.Count:0.0} |
                | memory with {FewPages} pages open, MB | {few.PeakBytes / 1e6:0} |
                | memory with {pages} pages open, MB | {many.PeakBytes / 1e6:0} |
                | a page more, MB | {(many.PeakBytes - few.PeakBytes) / 1e6 / (pages - FewPages):0.00} |

                """);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<LoadResult> LoadAsync(LoadedServer server, int pages, int messages)
    {
        var result = await ChannelLoad.MeasureAsync($"{pages} pages", new LoadTarget(server), LoadChannel.DirectLine, new LoadPlan(pages, messages, Rate: 0, WarmUp: 0));
        return result.Errors == 0 ? result : throw new InvalidOperationException($"{result.Errors} messages of {pages} pages were not answered.");
    }
}

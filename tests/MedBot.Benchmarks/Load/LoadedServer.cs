using System.Diagnostics;
using System.Text.RegularExpressions;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.Load;

/// <summary>A server that this program starts to load it, on a free port of the loopback, with a folder of its own.</summary>
internal sealed partial class LoadedServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private LoadedServer(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public ServerUsage Usage => new(ProcessId);

    /// <summary>MedBot as it is shipped, with a new database.</summary>
    public static Task<LoadedServer> MedBotAsync(params string[] settings) => StartAsync(
        "dotnet",
        folder => [Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), "--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(folder, "medbot.db"), .. settings]);

    /// <summary>The Bot Builder peer for Node; its packages are installed when they are not there.</summary>
    /// <param name="arguments">The arguments of its program.</param>
    public static async Task<LoadedServer> BotBuilderAsync(params string[] arguments)
    {
        var folder = Path.Combine(RepositoryFiles.Peers, "botbuilder");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", "MedBot.Benchmarks", "Load", "peer")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "offline-directline")))
            await InstallAsync(folder);
        return await StartAsync("node", _ => [Path.Combine(folder, "bot.mjs"), .. arguments]);
    }

    private static async Task InstallAsync(string folder)
    {
        using var npm = Process.Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error", "--prefix", folder]);
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {folder} ended with {npm.ExitCode}; the peer cannot be measured.");
    }

    private static async Task<LoadedServer> StartAsync(string program, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-load-").FullName;
        var process = Process.Start(new ProcessStartInfo(program, arguments(folder)) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening.Match(line) is { Success: true } found)
            {
                // The pipe must not fill up.
                _ = process.StandardOutput.ReadToEndAsync();
                return new LoadedServer(process, folder, new Uri(found.Groups[1].Value + "/"));
            }
        }

        throw new InvalidOperationException($"{program} did not start to listen.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("[Ll]istening on:? (http://[^ ]+)")]
    private static partial Regex Listening { get; }
}

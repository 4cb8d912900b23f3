using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MedBot.Host.Serving;

namespace MedBot.EndToEnd.Tests.Playground;

/// <summary>Microsoft 365 Agents Playground 0.2.28 in a Node process of its own, before a bot. Neither reaches beyond this machine.</summary>
internal sealed partial class AgentsPlayground : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(InstallationRoot.Folder, ".cache", "npm", "microsoft-m365agentsplayground-0.2.28.tgz-unpacked", "cli.js");

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private AgentsPlayground(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>Where a browser finds it, on a free port of the loopback.</summary>
    public Uri Page { get; private set; } = null!;

    /// <summary>Starts it and waits until it listens. The test is skipped where it, or Node, is not installed.</summary>
    /// <param name="bot">The bot that it talks to.</param>
    /// <param name="channel">The channel that it stands for, such as emulator or msteams.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<AgentsPlayground> StartAsync(Uri bot, string channel, CancellationToken cancellation)
    {
        Assert.SkipUnless(File.Exists(Program), "Microsoft 365 Agents Playground was not fetched: the tests were built without AgentsPlayground=true in the environment, which tests/run sets.");
        var folder = Directory.CreateTempSubdirectory("medbot-playground-");
        var process = Start(folder, bot, channel);
        if (process is null)
        {
            folder.Delete(recursive: true);
            Assert.Skip("Node.js is not installed (looked for node on the path).");
        }

        var playground = new AgentsPlayground(process, folder);
        try
        {
            await playground.ListenAsync(cancellation);
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        var errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (Listening.Match(line) is { Success: true } found)
            {
                // The pipe must not fill up.
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                Page = new Uri($"http://127.0.0.1:{found.Groups[1].Value}/");
                return;
            }
        }

        throw new InvalidOperationException($"The Playground did not start: {await errors}");
    }

    // It writes its log into the working folder, and shows its page in the desktop's browser by xdg-open: here one that does nothing.
    private static Process? Start(DirectoryInfo folder, Uri bot, string channel)
    {
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "xdg-open"), "/bin/true");
        string[] preloaded = ["--require", Path.Combine(AppContext.BaseDirectory, "Playground", "loopback.cjs")];
        string[] arguments = ["--app-endpoint", new Uri(bot, "/api/messages").AbsoluteUri, "--channel-id", channel, "--port", "0", "--disable-telemetry"];
        var start = new ProcessStartInfo("node", [.. preloaded, Program, .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{folder.FullName}{Path.PathSeparator}{start.Environment["PATH"]}";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\AListening on ([0-9]+)\z")]
    private static partial Regex Listening { get; }
}

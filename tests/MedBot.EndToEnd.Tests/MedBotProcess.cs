using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MedBot.EndToEnd.Tests;

/// <summary>The program itself, in a process of its own and a working folder that is not its own.</summary>
internal sealed partial class MedBotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private MedBotProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Starts it, on a free port of the loopback unless the settings say otherwise, and waits until it listens.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="knowledge">Another knowledge folder than the checkout's.</param>
    /// <param name="settings">More settings, as on the command line.</param>
    public static async Task<MedBotProcess> StartAsync(CancellationToken cancellation, string? knowledge = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-process-").FullName;
        string[] other = knowledge is null ? [] : ["--Knowledge:Path", knowledge];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), .. Settings(folder), .. other, .. settings])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (Listening.Match(line) is { Success: true } found)
            {
                // The pipe must not fill up.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new MedBotProcess(process, folder, new Uri(found.Groups[1].Value));
            }
        }

        throw new InvalidOperationException($"MedBot did not start: {await errors}");
    }

    /// <summary>Ends it at once, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells it to stop (SIGTERM) and waits until it has; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var tell = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await tell.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private static string[] Settings(string folder) =>
        ["--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(folder, "medbot.db"), "--Logging:Console:FormatterName", "simple"];

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening { get; }
}

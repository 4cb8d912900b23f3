using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MedBot.EndToEnd.Tests;

/// <summary>The program itself, in a process of its own and a working folder that is not its own.</summary>
internal sealed partial class MedBotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private MedBotProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Starts it on a free port of the loopback and waits until it listens.</summary>
    /// <param name="knowledge">Another knowledge folder than the checkout's.</param>
    public static async Task<MedBotProcess> StartAsync(CancellationToken cancellation, string? knowledge = null)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-process-").FullName;
        string[] other = knowledge is null ? [] : ["--Knowledge:Path", knowledge];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), .. Settings(folder), .. other])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
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

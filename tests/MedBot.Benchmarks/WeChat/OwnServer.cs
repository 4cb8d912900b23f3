using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MedBot.Benchmarks.WeChat;

/// <summary>The program in a process of its own, on a free port of the loopback, with an empty database.</summary>
internal sealed partial class OwnServer : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private OwnServer(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Waits until it listens.</summary>
    public static OwnServer Start(string token)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-wechat-");
        string[] settings =
        [
            Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), "--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(folder.FullName, "medbot.db"),
            "--WeChat:Token", token, "--Logging:Console:FormatterName", "simple",
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", settings) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Listening.Match(line) is not { Success: true } found)
                continue;
            // The pipe must not fill up.
            _ = process.StandardOutput.ReadToEndAsync();
            return new OwnServer(process, folder, new Uri(found.Groups[1].Value));
        }

        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
        throw new InvalidOperationException("The program did not start; its own words stand above.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening { get; }
}

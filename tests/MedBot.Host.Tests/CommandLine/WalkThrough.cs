using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MedBot.Host.Tests.CommandLine;

/// <summary>The ten-minute walk-through of knowledge/README.md, typed exactly as it is written, but into a folder of the test's own.</summary>
public sealed partial class WalkThrough : IDisposable
{
    private const string WrittenFolder = "/tmp/lianxi";
    private const string WrittenProgram = "dotnet run --project bot/MedBot.Host -- ";

    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("medbot-walk-");

    [Fact]
    public async Task APlaceGoesLiveByTheWrittenSteps()
    {
        var root = RepositoryRoot();
        var section = Section.Match(await File.ReadAllTextAsync(Path.Combine(root, "knowledge", "README.md"), TestContext.Current.CancellationToken)).Value;
        var script = string.Join('\n', Commands.Matches(section).Select(block => block.Groups["text"].Value))
            .Replace(WrittenFolder, Path.Combine(_own.FullName, "knowledge"), StringComparison.Ordinal)
            .Replace(WrittenProgram, $"dotnet {Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll")} ", StringComparison.Ordinal);
        var file = Path.Combine(_own.FullName, "steps.sh");
        await File.WriteAllTextAsync(file, $"set -e\n{script}", TestContext.Current.CancellationToken);

        using var shell = Process.Start(new ProcessStartInfo("bash", file) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(shell.ExitCode == 0, output + await errors);
        Assert.Contains("海南三亚\tcollection-windows\t1\t", output, StringComparison.Ordinal);
        Assert.Contains("海南三亚\tcollection-windows\t2\t", output, StringComparison.Ordinal);
        Assert.Contains("regions/460200-sanya/resident/collection-windows.yaml:14: 缺少“last_day”；应为：last_day: 日期，如 2025-02-28", output + await errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_own.FullName, "knowledge")));
    }

    public void Dispose() => _own.Delete(recursive: true);

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from a checkout: no folder above the binaries holds MedBot.sln.");
    }

    [GeneratedRegex(@"^## 五.*?(?=^## 六)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section { get; }

    [GeneratedRegex(@"^```sh\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Commands { get; }
}

using System.Diagnostics;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>python jieba, the reference, run as a process of its own.</summary>
internal static class PythonJieba
{
    /// <summary>Debian installs the package for its own Python only.</summary>
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3", "python"];

    /// <summary>What the reference calls each mode.</summary>
    public static IReadOnlyDictionary<SegmentationMode, string> Modes { get; } = new Dictionary<SegmentationMode, string>
    {
        [SegmentationMode.Precise] = "precise",
        [SegmentationMode.PreciseWithoutHmm] = "precise-no-hmm",
        [SegmentationMode.Search] = "search",
        [SegmentationMode.SearchWithoutHmm] = "search-no-hmm",
        [SegmentationMode.Full] = "full",
    };

    /// <summary>The Python that has jieba; null when none has.</summary>
    public static string? Find() => Array.Find(Pythons, python => VersionOf(python) is not null);

    /// <summary>The version of jieba that <paramref name="python"/> has; null when it has none.</summary>
    public static string? VersionOf(string python)
    {
        try
        {
            using var process = Start(python, ["-W", "ignore", "-c", "import jieba; print(jieba.__version__)"]);
            var version = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? version : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Cuts the lines of a file; with <paramref name="model"/>, over that table of emissions in place of its own.</summary>
    public static Process Cut(string python, SegmentationMode mode, string? model) =>
        Start(python, ["-W", "ignore", Script("reference.py"), Modes[mode], .. model is null ? Array.Empty<string>() : ["--hmm", model]]);

    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "peers", name);

    private static Process Start(string python, string[] arguments) => Process.Start(new ProcessStartInfo(python, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>
/// <c>segment-speed [FILE]</c>: throughput, load time and memory beside @node-rs/jieba and python jieba on the lines of a file, or else on paragraphs
/// made of the repository's articles. Every segmenter runs on one thread of a process of its own; all take turns, so that whatever else the machine does
/// meets all alike, and the best of its rounds counts for each. A report goes to <c>tests/MedBot.Benchmarks/results/</c> and to the screen.
/// </summary>
internal static class SpeedCommand
{
    private const string Worker = "--worker";
    private const int Rounds = 3;
    private const string SecondsAMeasure = "2";
    private const int MadeBytes = 2_000_000;

    public static int Run(string[] args)
    {
        switch (args)
        {
            case [Worker, var file, var seconds]:
                Console.WriteLine(JsonSerializer.Serialize(SpeedWorker.Measure(file, double.Parse(seconds)), JsonSerializerOptions.Web));
                return 0;
            case []:
                var made = Path.GetTempFileName();
                File.WriteAllLines(made, RepositoryFiles.Paragraphs(MadeBytes));
                Report(made, "paragraphs of 300 characters and more, half sentences of the repository's articles, half words drawn by their frequency");
                File.Delete(made);
                return 0;
            case [var path] when File.Exists(path):
                Report(path, Path.GetFileName(path));
                return 0;
            default:
                Console.Error.WriteLine("Usage: segment-speed [FILE]");
                return 2;
        }
    }

    private static void Report(string file, string description)
    {
        var peers = new Dictionary<string, (string Program, string[] Arguments)>
        {
            ["MedBot.Segmentation"] = (Environment.ProcessPath!, [.. Self(), "segment-speed", Worker, file, SecondsAMeasure]),
            ["@node-rs/jieba (npm install --prefix .cache/peers @node-rs/jieba@2.0.3)"] =
                ("node", [PythonJieba.Script("speed.mjs"), file, SecondsAMeasure, RepositoryFiles.Peers]),
            ["python jieba (apt install python3-jieba)"] =
                (PythonJieba.Find() ?? "python3", ["-W", "ignore", PythonJieba.Script("speed.py"), file, SecondsAMeasure]),
        };

        var results = new List<SpeedResult>();
        var skipped = new HashSet<string>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, peer) in peers.Where(peer => !skipped.Contains(peer.Key)))
            {
                if (Measure(peer.Program, peer.Arguments) is { } measured)
                    results.AddRange(measured);
                else
                    skipped.Add(name);
            }
        }

        var report = SpeedReport.Write(results, skipped, description, new FileInfo(file).Length);
        Console.WriteLine(report);
        var folder = Path.Combine(RepositoryFiles.Root, "tests", "MedBot.Benchmarks", "results", Machine.Folder);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "segmentation.md"), report);
    }

    // How this program is started anew: through its own host, or as an argument of dotnet.
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SpeedCommand).Assembly.Location] : [];

    // Null where the peer is not there or has no package.
    private static SpeedResult[]? Measure(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonSerializer.Deserialize<SpeedResult[]>(output, JsonSerializerOptions.Web) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

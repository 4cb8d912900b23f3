using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MedBot.Knowledge;

namespace MedBot.Benchmarks.Policy;

/// <summary>
/// <c>policy</c>: time and memory of a settlement and of look-ups. <c>policy load</c>: how long reading knowledge/ takes,
/// the first time in a process of its own and then warm: the tables alone, and everything.
/// </summary>
internal static class PolicyCommand
{
    private const int Processes = 7;
    private const int WarmLoads = 15;

    public static int Run(string[] args)
    {
        switch (args)
        {
            case []:
                BenchmarkRunner.Run<PolicyBenchmarks>(ManualConfig.Create(DefaultConfig.Instance)
                    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                    .WithOptions(ConfigOptions.DisableLogFile)
                    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "medbot-benchmarks")));
                return 0;
            case ["load"]:
                return ReportLoading();
            case ["load-once", var folder]:
                var regions = LoadedKnowledge.Regions();
                Console.WriteLine(FormattableString.Invariant($"{Time(() => KnowledgeLoader.Load(folder, regions)):0.0}"));
                return 0;
            default:
                Console.Error.WriteLine("Usage: policy [load]");
                return 2;
        }
    }

    private static int ReportLoading()
    {
        var tables = LoadedKnowledge.CopyOfTables();
        Report("tables and their sources", tables.FullName);
        Report("tables, sources, articles, conflicts", LoadedKnowledge.Folder);
        tables.Delete(recursive: true);
        return 0;
    }

    private static void Report(string what, string folder)
    {
        var first = Enumerable.Range(0, Processes).Select(_ => LoadInAProcessOfItsOwn(folder)).Order().ToList();
        var regions = LoadedKnowledge.Regions();
        var warm = Enumerable.Range(0, WarmLoads).Select(_ => Time(() => KnowledgeLoader.Load(folder, regions))).Order().ToList();
        Console.WriteLine(what);
        Console.WriteLine(FormattableString.Invariant($"  first load of a process, ms: median {first[Processes / 2]:0}, best {first[0]:0}, worst {first[^1]:0}"));
        Console.WriteLine(FormattableString.Invariant($"  warm load, ms: median {warm[WarmLoads / 2]:0}, best {warm[0]:0}, worst {warm[^1]:0}"));
    }

    private static double LoadInAProcessOfItsOwn(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(PolicyCommand).Assembly.Location, "policy", "load-once", folder })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(printed, CultureInfo.InvariantCulture);
    }

    private static double Time(Func<object> work)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(work());
        return watch.Elapsed.TotalMilliseconds;
    }
}

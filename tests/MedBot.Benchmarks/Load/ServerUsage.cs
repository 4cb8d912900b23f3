using System.Diagnostics;
using System.Globalization;

namespace MedBot.Benchmarks.Load;

/// <summary>What processes have used together, as Linux tells it.</summary>
internal sealed class ServerUsage(params IEnumerable<int> processIds)
{
    private readonly int[] _processIds = [.. processIds];

    /// <summary>Processor seconds of all threads since they started, and their greatest resident memory.</summary>
    public (double CpuSeconds, long PeakBytes) Now() => (_processIds.Sum(CpuSeconds), _processIds.Sum(PeakBytes));

    private static double CpuSeconds(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static long PeakBytes(int processId)
    {
        var peak = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
    }
}

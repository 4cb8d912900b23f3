using System.Diagnostics;
using System.Globalization;

namespace MedBot.Benchmarks.Load;

/// <summary>What a process has used, as Linux tells it.</summary>
internal sealed class ServerUsage(int processId)
{
    /// <summary>Processor seconds of all threads since it started, and its greatest resident memory.</summary>
    public (double CpuSeconds, long PeakBytes) Now()
    {
        using var process = Process.GetProcessById(processId);
        var peak = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return (process.TotalProcessorTime.TotalSeconds, long.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024);
    }
}

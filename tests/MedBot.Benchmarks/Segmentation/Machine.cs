using System.Runtime.InteropServices;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>The machine that this runs on, as results name it.</summary>
internal static class Machine
{
    /// <summary>The processor's name as its maker gives it, or its architecture where the system does not tell.</summary>
    public static string Processor { get; } =
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    public static string Description { get; } = $"{Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}";

    /// <summary>A folder name made of the processor's.</summary>
    public static string Folder { get; } =
        string.Join('-', Processor.ToLowerInvariant().Split([.. Processor.ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries));
}

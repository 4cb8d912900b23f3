namespace MedBot.Benchmarks.Search;

/// <summary>What was measured at one size. Times of queries in microseconds.</summary>
public sealed record GrowthPoint(
    int Passages, double BuildSeconds, double P50, double P99, double Greatest, long IndexBytes, long HeapBytes, long WorkingSetBytes, long PeakBytes);

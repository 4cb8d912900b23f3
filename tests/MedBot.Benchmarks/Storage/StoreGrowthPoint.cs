namespace MedBot.Benchmarks.Storage;

/// <summary>What a turn costs the store at one size.</summary>
/// <param name="Conversations">Conversations that are kept.</param>
/// <param name="Active">Which of them turns are taken in.</param>
/// <param name="CpuMicroseconds">Processor time of this process for one turn, in the quietest round.</param>
/// <param name="TurnsPerSecond">Turns kept in a second, in the quietest round.</param>
/// <param name="P50">Half of the turns took no longer, in milliseconds.</param>
/// <param name="P99">Of a hundred turns 99 took no longer, in milliseconds.</param>
internal sealed record StoreGrowthPoint(int Conversations, string Active, double CpuMicroseconds, double TurnsPerSecond, double P50, double P99)
{
    public static string Head => "| conversations kept | turns in | CPU µs a turn | turns/s | p50 ms | p99 ms |\n|---:|---|---:|---:|---:|---:|";

    public override string ToString() =>
        FormattableString.Invariant($"| {Conversations:N0} | {Active} | {CpuMicroseconds:F0} | {TurnsPerSecond:F0} | {P50:F1} | {P99:F1} |");
}

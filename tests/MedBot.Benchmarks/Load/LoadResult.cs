namespace MedBot.Benchmarks.Load;

/// <summary>What a load came to.</summary>
/// <param name="Name">What was loaded.</param>
/// <param name="Plan">What was sent.</param>
/// <param name="Seconds">From the first message to the last answer.</param>
/// <param name="Turns">Of every answered message: when it was due, in seconds from the start, and milliseconds from then until its reply was here.</param>
/// <param name="Errors">Messages that were refused or not answered in time.</param>
/// <param name="Doubled">Messages that came back more often than once.</param>
/// <param name="ServerCpu">Processor seconds that the server used; NaN when its process is not known.</param>
/// <param name="ClientCpu">Processor seconds that this program used.</param>
/// <param name="PeakBytes">Greatest resident memory of the server; 0 when its process is not known.</param>
internal sealed record LoadResult(
    string Name, LoadPlan Plan, double Seconds, IReadOnlyList<(double Due, double Milliseconds)> Turns, int Errors, int Doubled, double ServerCpu, double ClientCpu, long PeakBytes)
{
    private readonly double[] _sorted = [.. Turns.Select(turn => turn.Milliseconds).Order()];

    public double TurnsPerSecond => Turns.Count / Seconds;

    public double TurnsPerCpuSecond => Turns.Count / ServerCpu;

    /// <summary>The time that this share of the turns did not exceed, in milliseconds; NaN when there was none.</summary>
    public double Percentile(double share) => _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];
}

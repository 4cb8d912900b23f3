namespace MedBot.Understanding.Splitting;

/// <summary>A run of the normal text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">The character behind the last one.</param>
internal readonly record struct Clause(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Both runs and what stands between them.</summary>
    public Clause To(Clause last) => new(Start, last.End);
}

namespace MedBot.Understanding.Splitting;

/// <summary>A run of the normal text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">The character behind the last one.</param>
/// <param name="StandsApart">True when more than a comma parts it from what stands before: a question mark, or words that open another question.</param>
/// <param name="IsItem">True when it is one of a numbered list.</param>
internal readonly record struct Clause(int Start, int End, bool StandsApart = false, bool IsItem = false)
{
    public int Length => End - Start;

    /// <summary>Both runs and what stands between them.</summary>
    public Clause To(Clause last) => this with { End = last.End };
}

using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Policy.Settlement;

/// <summary>What basic insurance pays for one bill, line by line.</summary>
/// <param name="Paid">What the fund pays, yuan to the fen, with the bound that its terms allow.</param>
/// <param name="Steps">Every line, so that the explanation cannot drift from the sum.</param>
/// <param name="Assumptions">What was taken for granted, a sentence each.</param>
public sealed record Estimate(Quantity Paid, ImmutableArray<Step> Steps, ImmutableArray<string> Assumptions)
{
    /// <summary>The cost that insurance counts, after everything that is paid first; serious-illness insurance counts the same.</summary>
    public required Quantity Eligible { get; init; }
}

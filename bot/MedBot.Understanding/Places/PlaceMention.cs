using System.Collections.Immutable;
using MedBot.Policy.Records;

namespace MedBot.Understanding.Places;

/// <summary>A place name in a text.</summary>
/// <param name="Start">Where it starts in the normal text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Candidates">The places that the name may mean; never empty.</param>
internal sealed record PlaceMention(int Start, int Length, ImmutableArray<Region> Candidates)
{
    public int End => Start + Length;

    public bool IsAmbiguous => Candidates.Length > 1;
}

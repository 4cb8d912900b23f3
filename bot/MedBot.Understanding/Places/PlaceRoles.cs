using System.Collections.Immutable;

namespace MedBot.Understanding.Places;

/// <summary>What the places of a message are to the resident.</summary>
/// <param name="Insured">Places of insurance, or that are asked about, in order.</param>
/// <param name="Target">Where somebody moves to or is treated; null when nowhere else.</param>
/// <param name="IsCareTarget">True when the target is a place of treatment.</param>
/// <param name="IsAway">True when the target is only where the resident stays, away from a place of insurance that is not named.</param>
/// <param name="IsLivedIn">True when the resident lives at the target, so that it is the place of every question but those on care elsewhere and on moving.</param>
internal sealed record PlaceRoles(ImmutableArray<PlaceMention> Insured, PlaceMention? Target, bool IsCareTarget, bool IsLivedIn = false, bool IsAway = false)
{
    /// <summary>True when the words say outright where the resident is insured or comes from: 医保是大冶的.</summary>
    public bool IsInsuranceNamed { get; init; }
}

namespace MedBot.Search.Ranking;

/// <summary>A term with what one unit of impact adds to a score.</summary>
internal readonly record struct WeightedTerm(ulong Key, int Weight);

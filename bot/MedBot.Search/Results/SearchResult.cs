using System.Collections.Immutable;

namespace MedBot.Search.Results;

/// <summary>What was found, best first. Empty when no allowed text holds any word of the query.</summary>
public sealed record SearchResult(ImmutableArray<SearchHit> Hits)
{
    public static SearchResult Empty { get; } = new([]);
}

using System.Collections.Immutable;

namespace MedBot.Search.Queries;

/// <summary>What to look for and where.</summary>
/// <param name="Text">The question as it was asked. Only the first <see cref="MaximumLength"/> characters count.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>Longer questions are cut here, so that the time of a query stays bounded.</summary>
    public const int MaximumLength = 512;

    /// <summary>Region codes whose documents may be found. Documents without a region always may. Empty: no limit.</summary>
    public ImmutableArray<string> RegionLayers { get; init; } = [];

    /// <summary>Finds only documents of this topic and those without a topic; null: no limit.</summary>
    public string? Topic { get; init; }

    /// <summary>Finds only documents that hold on this day; null: no limit.</summary>
    public DateOnly? On { get; init; }

    public ImmutableArray<QueryExpansion> Expansions { get; init; } = [];

    /// <summary>How many hits to give at most.</summary>
    public int Top { get; init; } = 10;

    /// <summary>Gives only the best passage of each document; otherwise every passage is a hit of its own.</summary>
    public bool OnePassagePerDocument { get; init; } = true;
}

using System.Collections.Immutable;
using MedBot.Policy.Records;

namespace MedBot.LanguageModel.Fence;

/// <summary>What a number is said of: where, in which year, at which level, for whom, what kind of care, which item.</summary>
/// <param name="Words">Words of <see cref="TraitWords"/> by group.</param>
internal sealed record Traits(ImmutableArray<Region> Places, ImmutableArray<int> Years, ImmutableArray<TraitWord> Words)
{
    public static Traits None { get; } = new([], [], []);

    public IEnumerable<TraitWord> Of(TraitGroup group) => Words.Where(word => word.Group == group);
}

/// <summary>A sort of word that tells what a number is said of.</summary>
internal enum TraitGroup
{
    Level,
    Item,
    Person,
    Care,
}

/// <summary>One meaning within a group: of levels, tertiary.</summary>
internal readonly record struct TraitWord(TraitGroup Group, int Meaning);

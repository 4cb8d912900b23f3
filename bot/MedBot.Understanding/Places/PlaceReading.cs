using System.Collections.Immutable;
using MedBot.Policy.Records;

namespace MedBot.Understanding.Places;

/// <summary>Narrows the places of a message by each other and by what is remembered, and leaves out those that only frame another (河北 in 河北廊坊).</summary>
internal static class PlaceReading
{
    public static ImmutableArray<PlaceMention> Narrow(ImmutableArray<PlaceMention> mentions, Region? remembered)
    {
        var narrowed = mentions.Select(mention => NarrowByOthers(mention, mentions)).Select(mention => NarrowByMemory(mention, remembered)).ToList();
        for (var i = narrowed.Count - 1; i > 0; i--)
        {
            // Behind its parent a place is one mention with it: 河北廊坊.
            if (narrowed[i - 1].End == narrowed[i].Start && Frames(narrowed[i - 1], narrowed[i]))
            {
                narrowed[i - 1] = narrowed[i] with { Start = narrowed[i - 1].Start, Length = narrowed[i].End - narrowed[i - 1].Start };
                narrowed.RemoveAt(i);
            }
        }
        return [.. narrowed.Where(mention => !narrowed.Any(other => other != mention && Frames(mention, other)))];
    }

    private static bool Frames(PlaceMention outer, PlaceMention inner) =>
        !outer.IsAmbiguous && inner.Candidates.All(region => region.Code != outer.Candidates[0].Code && region.LiesIn(outer.Candidates[0]));

    private static PlaceMention NarrowByOthers(PlaceMention mention, ImmutableArray<PlaceMention> all)
    {
        if (!mention.IsAmbiguous)
            return mention;
        var fitting = mention.Candidates.Where(candidate => all.Any(other => other != mention && !other.IsAmbiguous && candidate.LiesIn(other.Candidates[0]))).ToImmutableArray();
        return fitting.Length > 0 ? mention with { Candidates = fitting } : mention;
    }

    private static PlaceMention NarrowByMemory(PlaceMention mention, Region? remembered)
    {
        if (!mention.IsAmbiguous || remembered is null)
            return mention;
        foreach (var layer in remembered.Layers().Where(layer => layer.Level != RegionLevel.Nation))
        {
            var fitting = mention.Candidates.Where(candidate => candidate.LiesIn(layer)).ToImmutableArray();
            if (fitting.Length > 0)
                return mention with { Candidates = fitting };
        }
        return mention;
    }
}

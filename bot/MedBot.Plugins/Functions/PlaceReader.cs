using System.Collections.Immutable;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Records;

namespace MedBot.Plugins.Functions;

/// <summary>
/// Reads the place that a caller names: a six-digit code, or a name with or without suffix and with or without the places
/// above it (廊坊, 廊坊市, 河北廊坊, 河北省廊坊市). Immutable and thread-safe.
/// </summary>
public sealed class PlaceReader
{
    private const int MostNamed = 6;

    private readonly Dictionary<string, ImmutableArray<Region>> _byName;

    public PlaceReader(RegionDirectory regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        _byName = regions.All
            .SelectMany(region => NamesOf(region).Distinct().Select(name => (name, region)))
            .GroupBy(entry => entry.name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(entry => entry.region).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The place; null when none is named or the whole country is.</summary>
    /// <exception cref="BadArgumentException">The name is no place's, or several places'.</exception>
    public Region? Read(string parameter, string? name)
    {
        var wanted = name?.Replace(" ", "", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(wanted) || wanted == Region.Nation.Name || wanted == Region.Nation.Code)
            return null;
        if (!_byName.TryGetValue(wanted, out var places))
            throw new BadArgumentException(parameter, $"应为地名（如“廊坊”“河北省廊坊市”）或六位行政区划代码（如 131000），没有找到“{name}”");
        // 吉林 and 河北 are the provinces unless somebody says 吉林市 or 河北区, 南昌 the city and not the county in it.
        if ((places.FirstOrDefault(place => place.Level == RegionLevel.Province) ?? places.FirstOrDefault(place => places.All(other => other.LiesIn(place)))) is { } whole)
            return whole;
        throw new BadArgumentException(parameter, $"“{name}”不止一处：{string.Join("、", places.Take(MostNamed).Select(place => $"{place.FullName}（{place.Code}）"))}；请写上级地名或六位代码");
    }

    private static IEnumerable<string> NamesOf(Region region)
    {
        yield return region.Code;
        foreach (var own in new[] { region.Name, region.ShortName })
        {
            yield return own;
            foreach (var above in region.Layers().Skip(1).Where(layer => layer.Level != RegionLevel.Nation))
            {
                yield return above.Name + own;
                yield return above.ShortName + own;
                if (above.Parent is { Level: not RegionLevel.Nation } top)
                {
                    yield return top.Name + above.Name + own;
                    yield return top.ShortName + above.ShortName + own;
                }
            }
        }
    }
}

using System.Text.Json.Serialization;

namespace MedBot.Policy.Records;

/// <summary>Layers of administration, from the whole country down. A nearer layer's record wins over a farther one's.</summary>
public enum RegionLevel
{
    Nation,
    Province,
    City,
    County,
}

/// <summary>A place by its six-digit administrative code (GB/T 2260); the nation is 000000. Equal when the codes are.</summary>
/// <param name="Code">Six ASCII digits: 131000.</param>
/// <param name="Name">The official name: 廊坊市.</param>
/// <param name="ShortName">What people say: 廊坊.</param>
/// <param name="Level">Its layer. The four municipalities are provinces.</param>
/// <param name="Parent">The layer above that exists; null for the nation.</param>
public sealed record Region(string Code, string Name, string ShortName, RegionLevel Level, Region? Parent)
{
    public static Region Nation { get; } = new("000000", "全国", "全国", RegionLevel.Nation, null);

    /// <summary>The place itself, then each layer above it up to the nation.</summary>
    public IEnumerable<Region> Layers()
    {
        for (var layer = this; layer is not null; layer = layer.Parent)
            yield return layer;
    }

    /// <summary>Province and city together, as a resident reads it: 河北廊坊. The nation is 全国.</summary>
    [JsonIgnore]
    public string FullName => Parent is null or { Level: RegionLevel.Nation } ? ShortName : Parent.FullName + ShortName;

    /// <summary>The province that the place lies in, itself when it is one, null for the nation.</summary>
    [JsonIgnore]
    public Region? Province => Level == RegionLevel.Province ? this : Parent?.Province;

    /// <summary>True when this place is the other one or lies inside it.</summary>
    public bool LiesIn(Region other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var layer = this; layer is not null; layer = layer.Parent)
        {
            if (layer.Code == other.Code)
                return true;
        }

        return false;
    }

    public bool Equals(Region? other) => other?.Code == Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Code} {FullName}";
}

using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Records;

namespace MedBot.Understanding.Places;

/// <summary>How sure a name is a place.</summary>
internal enum NameForm
{
    /// <summary>With its suffix, or known for nothing else.</summary>
    Plain,

    /// <summary>A name that staff have given to this place; equal to others of the same name.</summary>
    Nickname,

    /// <summary>An everyday word that is a place only right behind the place that it lies in.</summary>
    BehindParent,
}

/// <summary>A name for a place.</summary>
internal sealed record PlaceName(string Name, Region Region, NameForm Form)
{
    /// <summary>A county's two characters without their suffix, which other words can run into.</summary>
    public bool IsBareCounty { get; } = Form != NameForm.BehindParent && Region.Level == RegionLevel.County && Name.Length == 2 && Name == Region.ShortName && Name != Region.Name;
}

/// <summary>Lists every name that a place goes by.</summary>
internal static class PlaceNames
{
    /// <exception cref="KnowledgeException">A nickname's code is no place.</exception>
    public static IEnumerable<PlaceName> All(RegionDirectory regions, PlaceWords words)
    {
        var needsSuffix = words.NeedsSuffix.ToHashSet();
        foreach (var region in regions.All)
        {
            foreach (var name in NamesOf(region).Distinct())
                yield return new PlaceName(name, region, needsSuffix.Contains(name) && region.Level == RegionLevel.County ? NameForm.BehindParent : NameForm.Plain);
        }
        foreach (var nickname in words.Nicknames)
        {
            var region = regions.Find(nickname.Code)
                ?? throw new KnowledgeException(new KnowledgeProblem("lexicon/places.yaml", nickname.Line, $"“{nickname.Name}”的代码 {nickname.Code} 不是已知的地方", "六位行政区划代码，如 131000"));
            yield return new PlaceName(nickname.Name, region, NameForm.Nickname);
        }
    }

    private static IEnumerable<string> NamesOf(Region region)
    {
        yield return region.Name;
        yield return region.ShortName;
        // 大厂回族自治县 is 大厂县 in speech, 恩施土家族苗族自治州 is 恩施州, and 广西 is called 广西省 too.
        var spoken = (region.Level, region.Name) switch
        {
            (RegionLevel.Province, var name) when name.EndsWith("自治区", StringComparison.Ordinal) => "省",
            (RegionLevel.City, var name) when name.EndsWith("自治州", StringComparison.Ordinal) => "州",
            (RegionLevel.County, var name) when name.EndsWith("自治县", StringComparison.Ordinal) => "县",
            // 锡林郭勒; 兴安 alone is a county elsewhere.
            (RegionLevel.City, { Length: > 3 } name) when name.EndsWith('盟') => "",
            // 准格尔; 鄂托克前 is no name.
            (RegionLevel.County, { Length: > 3 } name) when name.EndsWith('旗') && !"前后中左右".Contains(name[^2], StringComparison.Ordinal) => "",
            (RegionLevel.City, var name) when name.EndsWith("地区", StringComparison.Ordinal) => "市",
            _ => null,
        };
        if (spoken is not null)
            yield return spoken.Length > 0 ? region.ShortName + spoken : region.ShortName.TrimEnd('盟', '旗');
    }
}

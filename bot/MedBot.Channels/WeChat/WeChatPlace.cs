using System.Text.RegularExpressions;

namespace MedBot.Channels.WeChat;

/// <summary>The place in a location that a resident sent, down to the county: where rules differ. The street is nobody's business and is dropped.</summary>
internal static partial class WeChatPlace
{
    /// <summary>Province, city and county of an address; null when it names none.</summary>
    public static string? Of(string address) =>
        Place.Match(address) is { Length: > 0 } place ? place.Groups["place"].Value : null;

    [GeneratedRegex(
        """
        \A\s*(?:中国|中华人民共和国)?
        (?<place>
            (?: \p{IsCJKUnifiedIdeographs}{2,7}? (?: 省 | 自治区 | 特别行政区 ) )?
            (?: \p{IsCJKUnifiedIdeographs}{2,9}? (?: 市 | 自治州 | 盟 | 地区 ) )?
            (?: \p{IsCJKUnifiedIdeographs}{1,9}? (?: 县 | (?<![小社园景校])区 | 市 | 旗 ) )?
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Place { get; }
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace MedBot.Understanding.Extraction;

/// <summary>Finds the benefit year: 今年, 明年, 2025年度, 25年, 二〇二六. A span of years (满25年) or an age (今年70) is none.</summary>
internal static partial class YearReader
{
    /// <summary>A year has one of these: 今年, 2026, 二〇二六.</summary>
    private static readonly SearchValues<char> YearLetters = SearchValues.Create("年2二");

    /// <summary>The years that a text names, also to deny them, in order.</summary>
    public static IEnumerable<(int Year, Mention Mention)> Find(string text, DateOnly today)
    {
        if (!text.AsSpan().ContainsAny(YearLetters))
            yield break;
        foreach (Match match in Years.Matches(text))
        {
            if (YearOf(match, today) is { } year && !IsSpan(text, match))
                yield return (year, new Mention(MentionKind.Year, match.Index, match.Length));
        }
    }

    /// <summary>再往前一年: a year before or behind the one spoken of.</summary>
    public static (int Year, Mention Mention)? FindBeside(string text, int known) => Beside.Match(text) is { Success: true } match
        ? (known + (match.Groups["before"].Success ? -1 : 1), new Mention(MentionKind.Year, match.Index, match.Length))
        : null;

    /// <summary>The one that the question is about: a year of cover (明年的医保, 2025年度) goes before a year of doing (今年交).</summary>
    public static (int Year, Mention Mention)? Choose(string text, IReadOnlyList<(int Year, Mention Mention)> years)
    {
        if (years.Count == 0)
            return null;
        // 2025和2026年: listed together, the first leads.
        if (years.Count > 1 && years[1].Mention.Start - years[0].Mention.End is >= 0 and <= 2 and var gap && text.AsSpan(years[0].Mention.End, gap).IndexOfAny('交', '缴') < 0)
            return years[0];
        // 今年没赶上，等明年交: what is only waited for is not what the question is about.
        if (years.Count > 1 && years.Where(year => !IsWaitedFor(text, year.Mention)).ToList() is { Count: > 0 } others && others.Count < years.Count)
            return others[0];
        foreach (var year in years)
        {
            if (CoverBehind.IsMatch(text.AsSpan(year.Mention.End, Math.Min(6, text.Length - year.Mention.End))) || text[year.Mention.End - 1] == '度')
                return year;
        }
        return years.FirstOrDefault(year => !DoneBehind.IsMatch(text.AsSpan(year.Mention.End, Math.Min(6, text.Length - year.Mention.End))), years[0]);
    }

    private static bool IsWaitedFor(string text, Mention year) => WaitBefore.IsMatch(text.AsSpan(Math.Max(0, year.Start - 3), year.Start - Math.Max(0, year.Start - 3)));

    private static int? YearOf(Match match, DateOnly today)
    {
        if (match.Groups["word"].Success)
        {
            return match.Groups["word"].Value switch
            {
                "大前年" => today.Year - 3,
                "前年" => today.Year - 2,
                "去年" or "上年" or "上一年" or "旧年" => today.Year - 1,
                "明年" or "下年" or "下一年" or "来年" => today.Year + 1,
                "后年" => today.Year + 2,
                _ => today.Year,
            };
        }
        if (ChineseNumber.ReadAt(match.Groups["digits"].Value, 0) is not { } number)
            return null;
        var year = (int)Math.Min(number.Value, 9999);
        return year switch
        {
            >= 2000 and <= 2099 => year,
            _ when year >= 15 && year <= today.Year - 2000 + 4 && match.Groups["digits"].Length <= 2 => 2000 + year,
            _ => null,
        };
    }

    /// <summary>25年 after 满 or 交 is a span, not a year; 今年 before an age says when someone is that old; 去年脱贫的 when something happened; 比去年 only compares.</summary>
    private static bool IsSpan(string text, Match match)
    {
        var before = text.AsSpan(Math.Max(0, match.Index - 2), match.Index - Math.Max(0, match.Index - 2));
        var behind = text.AsSpan(match.Index + match.Length, Math.Min(8, text.Length - match.Index - match.Length));
        if (match.Groups["word"].Success)
            return AgeBehind.IsMatch(behind) || EventBehind.IsMatch(behind) || before is [.., '比'] || (behind is ['比', ..] && match.Groups["word"].Value is not ("今年" or "本年" or "明年")) || behind.StartsWith("相比");
        // 下旬了 27年的医保 names a year; 交了27年的医保 counts them.
        var isOfCover = CoverBehind.IsMatch(behind) && before is not [.., '交' or '缴' or '买' or '保' or '满' or '够', _] and not [.., '满' or '够' or '计' or '续'];
        return match.Groups["digits"].Length <= 2 && !isOfCover && (SpanBefore.IsMatch(before) || SpanBehind.IsMatch(behind));
    }

    [GeneratedRegex(@"(?<word>大前年|前年|去年|上一年(?!级)|上年(?!级)|旧年|今年|本年|当年|这一年|明年|下一年|下年|(?<![0-9一二两三四五六七八九十几])来年|后年)(?:度)?|(?<![0-9.])(?<digits>20[0-9]{2}|[二2][0零〇][一二三四五六七八九零〇0-9]{2})(?:年度|年|度)?(?![0-9元块万wk.])|(?<![0-9.])(?<digits>[1-3][0-9]|[二2][一二三四五六七八九零〇0-9])年(?:度)?")]
    private static partial Regex Years { get; }

    [GeneratedRegex(@"\A(?:的)?(?:度|居民|城乡|医保|医疗|保险|参保|标准|个人|政策|费用)")]
    private static partial Regex CoverBehind { get; }

    [GeneratedRegex(@"\A(?:的)?(?:医保)?(?:我|我们|家里)?(?:没|忘|断|就|才|还|都|已|错|交的|缴的|交了|缴了|(?:是|交)?[1-9][0-9]{2}(?![0-9])|是[0-9]|[0-9一二三四五六七八九十]{1,2}月)")]
    private static partial Regex DoneBehind { get; }

    [GeneratedRegex(@"\A(?:都|已经|已|快|刚好|正好|刚|有|是|满|就|才)*(?:[1-9][0-9]|1[01][0-9]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?![0-9元块月号年万千])(?:岁|周岁|了|多)?|\A[^0-9,。?!，]{0,4}(?:[0-9一二三四五六七八九十]{1,3}|几|多少)(?:周岁|岁)|\A多大")]
    private static partial Regex AgeBehind { get; }

    [GeneratedRegex(@"\A(?:才|就|刚刚|刚|都|被|给|户口|也|不小心|把卡|我家那口子|他|她)*(?:没给我交|没给他交|没给她交|没帮我交|脱贫|迁|掉了|丢了|弄丢|走了|去世|生病|得病|摔|调|过继|评上|评的|查出|确诊|得了|得的|退休|毕业|离职|辞职|下岗|失业|结婚|离婚|搬|嫁|落户|上户)")]
    private static partial Regex EventBehind { get; }

    [GeneratedRegex("(?<before>再?往前推?一年|再前一年|再早一年|更早一年)|再?往后推?一年|再后一年|再晚一年|再下一年")]
    private static partial Regex Beside { get; }

    [GeneratedRegex(@"(?:等|等到|拖到|留到|推到|放到|挨到)\z")]
    private static partial Regex WaitBefore { get; }

    [GeneratedRegex(@"满|够|计|续|交了|缴了|女|男|至少|(?:了|快|近|有|约|整|搞|干|做|吃|住|病)\z")]
    private static partial Regex SpanBefore { get; }

    [GeneratedRegex(@"\A(?:以上|才能|工龄|就能|后退休|吗\z)")]
    private static partial Regex SpanBehind { get; }
}

using System.Text.RegularExpressions;

namespace MedBot.Understanding.Extraction;

/// <summary>Finds how many years somebody was without cover: 断了两年, 三年没交, 去年忘了交.</summary>
internal static partial class LapseReader
{
    public static (int Years, Mention Mention)? Find(string text, DateOnly today)
    {
        if (!text.Contains('年', StringComparison.Ordinal))
            return null;
        if (YearsNamed.Match(text) is { Success: true } named)
            return (Total.Match(text) is { Success: true } total && ChineseNumber.Parse(total.Groups["count"].ValueSpan) is { } sum ? sum : named.Groups["year"].Captures.Count, new Mention(MentionKind.Lapse, named.Index, named.Length));
        var match = Lapses.Match(text);
        if (!match.Success)
            return null;
        var years = match.Groups["count"].Success ? ChineseNumber.Parse(match.Groups["count"].ValueSpan)
            : match.Groups["since"].Success ? Since(match.Groups["since"].Value, today)
            : match.Groups["several"].Success ? null : 1;
        return years is > 0 and < 60 and var known ? (known, new Mention(MentionKind.Lapse, match.Index, match.Length)) : null;
    }

    /// <summary>两年, where lapsed years are spoken of.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="isAsked">True when the bot has asked for them, so that a bare 2 is enough.</param>
    public static (int Years, Mention Mention)? FindBare(string text, bool isAsked)
    {
        if (isAsked && YearsAlone.Match(text) is { Success: true } alone)
            return (alone.Groups["year"].Captures.Count, new Mention(MentionKind.Lapse, alone.Index, alone.Length));
        var match = Bare.Match(text);
        while (match.Success && !isAsked && !match.Groups["unit"].Success)
            match = match.NextMatch();
        return match.Success && ChineseNumber.Parse(match.Groups["count"].ValueSpan) is > 0 and < 20 and var years
            ? (years, new Mention(MentionKind.Lapse, match.Index, match.Length))
            : null;
    }

    /// <summary>补缴了一年: lapsed years that were paid afterwards.</summary>
    public static (int Years, Mention Mention)? FindRepaid(string text) =>
        Repaid.Match(text) is { Success: true } match && ChineseNumber.Parse(match.Groups["count"].ValueSpan) is > 0 and < 60 and var years
            ? (years, new Mention(MentionKind.Lapse, match.Index, match.Length))
            : null;

    /// <summary>职工医保断了三个月, 离职两个月了: months since employee insurance ended.</summary>
    public static (int Months, Mention Mention)? FindMonthsWithoutJob(string text) =>
        WithoutJob.Match(text) is { Success: true } match && ChineseNumber.Parse(match.Groups["count"].ValueSpan) is > 0 and < 60 and var months
            ? (months, new Mention(MentionKind.Lapse, match.Index, match.Length))
            : null;

    private static int? Since(string year, DateOnly today) =>
        year is "前" ? 2 : year is "大前" ? 3 : ChineseNumber.Parse(year) is { } number ? today.Year - (number < 100 ? number + 2000 : number) : null;

    [GeneratedRegex(@"(?:(?<year>大前年|前年|去年)(?:的)?(?:和|跟|还有|、|,|，)?)(?:(?<year>大前年|前年|去年)(?:的)?)*(?:医保|也|都|就|一直|全|我|我们|家里)*(?<=前年.*)(?:没有|没|未|断|漏|冇)(?:有|去|再)?(?:交|缴|参保|买|续|了|上)|断了?(?:的)?(?:是|就|就是)?(?<year>去年)")]
    private static partial Regex YearsNamed { get; }

    [GeneratedRegex(@"\A(?:就|是|就是|有)*(?:(?<year>大前年|前年|去年)(?:的|和|跟|与|、|,|，|还有)*)+(?:都|也|没有|没|交|缴|了|断)*\z")]
    private static partial Regex YearsAlone { get; }

    [GeneratedRegex("(?:一共|总共|加起来|共|合计)(?:是|有|断了)?(?<count>[一二两三四五六七八九十1-9])年|(?<=[交缴断保了][,，。]?)(?<count>[一二两三四五六七八九十1-9])年(?:了|吧|啦|咯|都没交|没交)*\\z")]
    private static partial Regex Total { get; }

    [GeneratedRegex(@"(?<![0-9一二三四五六七八九十第补交缴])(?:(?:大前年|前年|去年)(?:和|跟|、|加)?)*(?<count>[1-9][0-9]?|[一二两三四五六七八九十]{1,2})(?:(?<unit>年)(?!度|级|多少|几|要|得|交|收|的(?!话)|[0-9一二三四五六七八九十]))?(?![0-9月日号岁天万千百元块])")]
    private static partial Regex Bare { get; }

    [GeneratedRegex(@"补(?:缴|交|上|办)?(?:了|过|回)*(?<count>[0-9一二两三四五六七八九十]{1,2})年(?!级|度|前|后|内)")]
    private static partial Regex Repaid { get; }

    [GeneratedRegex(@"(?:(?:职工|单位|公司|厂里|社保).{0,6}(?:断|停)|离职|辞职|辞工|失业|下岗|没上班)(?:了|掉|有|已经|都|快|缴|交|保)*(?<count>[0-9一二两三四五六七八九十]{1,2})个(?:多|半)?月")]
    private static partial Regex WithoutJob { get; }

    [GeneratedRegex(@"断(?:了|掉|交|缴)?(?:的)?那一?年|(?:断(?:缴|保|交|档|供)?|停(?:缴|保|交)?|漏(?:缴|交)?|空|欠(?:缴|费)?|脱保)(?:了|过|有|差不多|大概|医保|居民医保|保险)*(?<count>[0-9一二两三四五六七八九十]{1,2})(?:来|多)?年|(?:已经|有|连续|快|都)?(?<count>[0-9一二两三四五六七八九十]{1,2})(?:来|多|个)?年(?:多|头)?(?:都|就|一直|也|的(?:居民)?医保)?(?:没有|没|未|冇|不)(?:去|再|能|给)?(?:交|缴|参保|续|买|上|医保了)|(?:中间|中途)(?:断|停|空|漏)(?:了)?(?<count>[0-9一二两三四五六七八九十]{1,2})年|(?:中间|中途)?(?:有)(?<count>[0-9一二两三四五六七八九十]{1,2})(?:来|多)?年[^,，。?？没忘]{0,6}(?:没有|没|未|忘记了?|忘了)(?:[给帮替][^,，。?？交缴]{1,4})?(?:交|缴|参保|买)|(?:从|自)?(?<since>20[0-9]{2}|[12][0-9]|大前|前)年(?:开始|起|后|以后)(?:就|一直|都)*(?:没有|没|未|不)(?:再)?(?:交|缴)|(?:去年|上年|旧年)(?:的)?(?:居民医保|医保|保险|一年|整年|全年)?(?:都|也|就|我|我们|家里|一直|完全|嫌[^,，。没]{1,4}|因为[^,，。没]{1,6}|觉得[^,，。没]{1,6}|在外[^,，。没]{0,4})*(?:忘记|忘了|忘|没有|没|未|漏|断|冇|错过)(?:去|了|记得|及时|按时|舍得|顾上|顾得上|想起来|来得及)*(?:[给帮替][^,，。?？交缴]{1,4})?(?:交|缴|买|参保|续|(?<=断|断了|漏|漏了))|(?:去年|上年|旧年)[^,，。?？交缴年]{0,16}?(?:断缴|(?:(?<!有|交|缴)没有?|忘[了记]?|漏了?)(?:交(?!没)|缴(?!没)|上医保|上居民医保|参保|买医保|买居民医保|续医保))")]
    private static partial Regex Lapses { get; }
}

using System.Text.RegularExpressions;

namespace MedBot.LanguageModel.Fence;

/// <summary>The patterns by which a sentence in the fence's spelling is read: days, units, bounds, and numerals that count nothing.</summary>
internal static partial class NumberPatterns
{
    [GeneratedRegex(@"https?://[^\s，。；）)]+|www\.[^\s，。；）)]+|[a-z0-9.-]+\.(?:gov\.cn|com|cn|net|org)(?:/[^\s，。；）)]*)?")]
    public static partial Regex Address { get; }

    [GeneratedRegex("全国|国家|nationwide|national")]
    public static partial Regex Nation { get; }

    [GeneratedRegex(@"\A\s*(?:[-*•·]\s*)?[0-9]{1,2}[.、)）]\s*(?![0-9])|第[一二三四五六七八九十](?:步|[，、：:]|点[，：:])|step [0-9]{1,2}[:.]")]
    public static partial Regex Marker { get; }

    /// <summary>Words with a numeral in them that count nothing.</summary>
    [GeneratedRegex("一般|一定|一样|一下|一起|一些|一直|统一|万一|十分|一旦|一律|一致|同一|唯一|进一步|一方面|之一|一并|一点|一会|一种|逐一|单一|一次性|一站式|一卡通|一码|一家人|一家|一位|一名|一份|一张|一句|一项|一笔|一个(?!月|星期|季|小时)|一次|第一时间|五险一金|三大目录|两种|两个(?:年度|地方|办法|渠道|条件)|两病|两定|两免|一老一小|一口气|一条龙|一遍|一步|一同|一路|一切|一人|一键|一网通办|一窗|双通道|万事|千万(?=别|不|要|记)")]
    public static partial Regex Idiom { get; }

    [GeneratedRegex("[今去明后前]年度?|[本当上下来]年度?(?=的|个|居|缴|参|度|，|才|起)|(?:this|last|next) year")]
    public static partial Regex RelativeYear { get; }

    private const string Few = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})";

    [GeneratedRegex(@"(?<y>[0-9]{4}|[零〇○一二三四五六七八九]{4})\s*年\s*(?:(?<m>" + Few + @")\s*月\s*(?:份|(?<d>" + Few + @")\s*[日号])?)|(?<![0-9])(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?![0-9])|(?<y>[零〇○一二三四五六七八九]{4})\s*年|(?<![个0-9一二三四五六七八九十])(?<m>" + Few + @")\s*月\s*(?:份|(?<d>" + Few + @")\s*[日号])?")]
    public static partial Regex Day { get; }

    [GeneratedRegex(@"\b(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th)? )?(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?: (?<d>[0-9]{1,2})(?:st|nd|rd|th)?\b)?(?:,? (?<y>[0-9]{4}))?")]
    public static partial Regex EnglishDay { get; }

    [GeneratedRegex("(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])|(?<![0-9])[0-9]{3,4}-[0-9]{3,4}(?:-[0-9]{3,4})?(?![0-9])")]
    public static partial Regex Telephone { get; }

    [GeneratedRegex("[几数][十百千万亿]|[十百千万]几|[0-9十百千万]多(?=[元块天个万年月人%])|好几|若干")]
    public static partial Regex Vague { get; }

    [GeneratedRegex(@"\A\s?(?:元钱?|块钱?|圆|rmb|cny|yuan|%|percentage points|percent|per cent|个百分点|天|日|days?|个月|月|months?|年|years?|周岁|岁|次|倍|号|条|万元|小时|分钟|周|个星期|星期|折|级|家|人|户|项|种|步|页|位|类|档|款|章|届|期|例|份|季度)")]
    public static partial Regex Unit { get; }

    [GeneratedRegex(@"\A\s*[-–—~～至到]\s*\z|\A to \z")]
    public static partial Regex RangeMark { get; }

    [GeneratedRegex(@"\A\s*[、/和]\s*\z")]
    public static partial Regex ListMark { get; }

    [GeneratedRegex("(?:至少|不低于|不少于|最少|起码|最低|不得低于|at least|no less than|minimum(?: of)?)[^0-9，。；、,;]{0,4}\\z")]
    public static partial Regex AtLeastBefore { get; }

    [GeneratedRegex(@"\A(?:及?以上|起(?!付)| or more)")]
    public static partial Regex AtLeastAfter { get; }

    [GeneratedRegex("(?:最高|至多|最多|不超过|不高于|不得超过|上限|封顶线?|限额|最长|at most|up to|no more than|maximum(?: of)?)[^0-9，。；、,;]{0,6}\\z")]
    public static partial Regex AtMostBefore { get; }

    [GeneratedRegex(@"\A(?:及?以下|封顶| or less)")]
    public static partial Regex AtMostAfter { get; }

    [GeneratedRegex("(?:约|大约|大概|差不多|接近|将近|about|around|approximately|roughly|nearly)[^0-9，。；、,;]{0,4}\\z")]
    public static partial Regex AboutBefore { get; }

    [GeneratedRegex(@"\A(?:左右|上下| or so)")]
    public static partial Regex AboutAfter { get; }
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace MedBot.Understanding.Extraction;

/// <summary>A day or a month that a text names.</summary>
/// <param name="Day">The day; null when only a month is named.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="MonthStart">First day of that month, the latest that has begun unless the words name the year; null when a day is named.</param>
/// <param name="IsRough">True when the day was counted from a rough span: 满月, 三个月大.</param>
/// <param name="IsBirth">True when the words themselves say that it is a birthday: 刚生20天.</param>
/// <param name="Mention">Where it stands.</param>
internal sealed record ReadDate(DateOnly? Day, int? Month, DateOnly? MonthStart, bool IsRough, bool IsBirth, Mention Mention);

/// <summary>Finds days: 10月3号, 2026-10-03, 上个月5号, 国庆那天, 昨天, 刚生20天, 满月, 三个月大, 12月.</summary>
internal static partial class DateReader
{
    /// <summary>A day has one of these: 10月3号, 满月, 昨天, 上周五, 国庆, 刚刚.</summary>
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("月天日晚早周星拜岁刚元五劳六儿三妇建八教国十圣双-./年");

    public static IEnumerable<ReadDate> Find(string text, DateOnly today)
    {
        if (!text.AsSpan().ContainsAny(DateLetters))
            yield break;
        foreach (Match match in Ages.Matches(text))
        {
            if (FromAge(match, today) is { } day)
                yield return new ReadDate(day, day.Month, null, IsRough: !match.Groups["days"].Success, IsBirth: true, MentionOf(match));
        }
        foreach (Match match in Calendar.Matches(text))
        {
            if (FromCalendar(match, today) is { } day)
                yield return new ReadDate(day, day.Month, null, false, false, MentionOf(match));
            else if (MonthOf(match, today) is { } month)
                yield return new ReadDate(null, month.Month, month, false, false, MentionOf(match));
        }
        foreach (Match match in BirthDay.Matches(text))
        {
            if (LatestOf(Number(match.Groups["d"]), today) is { } day)
                yield return new ReadDate(day, day.Month, null, false, IsBirth: true, MentionOf(match));
        }
        foreach (Match match in Relative.Matches(text))
        {
            if (FromWords(match, today) is { } day)
                yield return new ReadDate(day, day.Month, null, false, false, MentionOf(match));
        }
    }

    /// <summary>A day in few words, where one is awaited: 9.12, 8号; or an age: 20天了, 半个月.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="mayBeAge">True when a span is somebody's age.</param>
    public static ReadDate? FindBare(string text, DateOnly today, bool mayBeAge)
    {
        if (BareDay.Match(text) is { Success: true } day)
        {
            var found = day.Groups["month"].Success ? Latest(Number(day.Groups["month"]), Number(day.Groups["d"]), today) : LatestOf(Number(day.Groups["d"]), today);
            return found is { } date ? new ReadDate(date, date.Month, null, false, false, MentionOf(day)) : null;
        }
        return mayBeAge && BareAge.Match(text) is { Success: true } age && FromAge(age, today) is { } birth
            ? new ReadDate(birth, birth.Month, null, IsRough: !age.Groups["days"].Success, IsBirth: true, MentionOf(age))
            : null;
    }

    /// <summary>The latest such day of a month: 8号.</summary>
    private static DateOnly? LatestOf(int? day, DateOnly today) =>
        DayOf(today.Year, today.Month, day) is { } thisMonth && thisMonth <= today ? thisMonth : DayOf(today.AddMonths(-1).Year, today.AddMonths(-1).Month, day);

    private static Mention MentionOf(Match match) => new(MentionKind.Date, match.Index, match.Length);

    /// <summary>The birthday of someone who is so many days or months old.</summary>
    private static DateOnly? FromAge(Match match, DateOnly today)
    {
        if (match.Groups["full"].Success)
            return match.Groups["full"].Value is "满月" ? today.AddMonths(-1) : today.AddDays(-100);
        if (match.Groups["half"].Success)
            return today.AddMonths(-6);
        if (match.Groups["fortnight"].Success)
            return today.AddDays(-15);
        if (match.Groups["days"].Success)
            return Number(match.Groups["days"]) is >= 0 and <= 999 and var days ? today.AddDays(-days) : null;
        if (match.Groups["weeks"].Success)
            return Number(match.Groups["weeks"]) is >= 0 and <= 99 and var weeks ? today.AddDays(-7 * weeks) : null;
        return Number(match.Groups["months"]) is >= 1 and <= 36 and var months
            ? today.AddMonths(-months).AddDays(match.Groups["and"].Success ? -15 : 0)
            : null;
    }

    private static DateOnly? FromCalendar(Match match, DateOnly today)
    {
        if (match.Groups["ymd"].Success)
            return DayOf(Number(match.Groups["y"]), Number(match.Groups["m"]), Number(match.Groups["d"]));
        var year = YearOf(match, today);
        var month = match.Groups["month"].Success ? Number(match.Groups["month"]) : match.Groups["which"].Value switch
        {
            "上个月" or "上月" => today.AddMonths(-1).Month,
            "下个月" or "下月" => today.AddMonths(1).Month,
            "" => null,
            _ => today.Month,
        };
        if (!match.Groups["day"].Success || month is not { } ofMonth)
            return null;
        var day = Number(match.Groups["day"]);
        if (match.Groups["which"].Success)
        {
            var start = match.Groups["which"].Value[0] switch { '上' => today.AddMonths(-1), '下' => today.AddMonths(1), _ => today };
            return DayOf(start.Year, ofMonth, day);
        }
        return year is null ? Latest(ofMonth, day, today) : DayOf(year, ofMonth, day);
    }

    private static int? YearOf(Match match, DateOnly today) => match.Groups["word"].Value switch
    {
        "今年" => today.Year,
        "去年" => today.Year - 1,
        "前年" => today.Year - 2,
        "明年" => today.Year + 1,
        _ => match.Groups["year"].Success && Number(match.Groups["year"]) is { } said ? (said < 100 ? said + 2000 : said) : null,
    };

    /// <summary>First day of a month named without a day: 10月, 上个月.</summary>
    private static DateOnly? MonthOf(Match match, DateOnly today)
    {
        if (match.Groups["day"].Success)
            return null;
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        if (match.Groups["which"].Success)
            return thisMonth.AddMonths(match.Groups["which"].Value[0] switch { '上' => -1, '下' => 1, _ => 0 });
        return Number(match.Groups["month"]) is >= 1 and <= 12 and var month
            ? YearOf(match, today) is { } year ? DayOf(year, month, 1) : Latest(month, 1, today)
            : null;
    }

    private static DateOnly? FromWords(Match match, DateOnly today)
    {
        if (match.Groups["ago"].Success)
            return Number(match.Groups["ago"]) is >= 0 and <= 9999 and var ago ? today.AddDays(-ago) : null;
        if (match.Groups["agoWeeks"].Success)
            return Number(match.Groups["agoWeeks"]) is >= 0 and <= 99 and var weeks ? today.AddDays(-7 * weeks) : null;
        if (match.Groups["agoMonths"].Success)
            return Number(match.Groups["agoMonths"]) is >= 0 and <= 99 and var months ? today.AddMonths(-months) : null;
        if (match.Groups["weekday"].Success)
        {
            var weekday = match.Groups["weekday"].Value is "天" or "日" ? 7 : Number(match.Groups["weekday"]) ?? 1;
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            return monday.AddDays((match.Groups["week"].Value[0] == '上' ? -7 : 0) + weekday - 1);
        }
        return match.Value switch
        {
            "今天" or "今日" or "今早" or "今晚" or "刚刚" => today,
            "昨天" or "昨日" or "昨晚" or "昨夜" or "昨儿" => today.AddDays(-1),
            "半个月前" or "半月前" => today.AddDays(-15),
            "前天" or "前日" => today.AddDays(-2),
            "大前天" => today.AddDays(-3),
            _ => match.Groups["feast"].Value switch
            {
                "元旦" => Latest(1, 1, today),
                "五一" or "劳动节" => Latest(5, 1, today),
                "六一" or "儿童节" => Latest(6, 1, today),
                "三八" or "妇女节" => Latest(3, 8, today),
                "建军节" or "八一" => Latest(8, 1, today),
                "教师节" => Latest(9, 10, today),
                "圣诞" => Latest(12, 25, today),
                "双十一" => Latest(11, 11, today),
                _ => Latest(10, 1, today),
            },
        };
    }

    /// <summary>The latest such day that is not in the future; people date what has happened.</summary>
    private static DateOnly? Latest(int? month, int? day, DateOnly today) =>
        DayOf(today.Year, month, day) is { } thisYear && thisYear <= today ? thisYear : DayOf(today.Year - 1, month, day);

    private static DateOnly? DayOf(int? year, int? month, int? day) =>
        year is >= 1900 and <= 2200 and var y && month is >= 1 and <= 12 and var m && day is >= 1 and var d && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    private static int? Number(Group group) => group.Success ? ChineseNumber.Parse(group.ValueSpan) : null;

    private const string N = "[0-9一二两三四五六七八九十]{1,3}";

    [GeneratedRegex(@"(?<![0-9.])(?<month>1[0-2]|[1-9])[./](?<day>[12][0-9]|3[01]|0?[1-9])(?=[日号]?(?:刚|才|在家|在医院)?(?:出生|生的|生下|生了|养|落地|剖))|(?<ymd>(?<y>20[0-9]{2})[-./年](?<m>[01]?[0-9])[-./月](?<d>[0-3]?[0-9])(?![0-9])[日号]?)|(?:(?:(?<word>今年|去年|前年|明年)(?:的)?|(?<year>20[0-9]{2}|[12][0-9])年)?(?<month>[0-9一二三四五六七八九十]{1,2})月(?:份)?(?:(?<day>" + N + @")[日号]?|(?=[^0-9]|\z))|(?<which>上个月|上月|这个月|本月|下个月|下月)(?:(?:的)?(?:(?<day>" + N + @")[日号]|初?(?<day>[一二三四五六七八九十]{1,3})(?=[^一二三四五六七八九十].*(?:阳历|公历|新历)|(?:阳历|公历|新历))))?)")]
    private static partial Regex Calendar { get; }

    [GeneratedRegex(@"(?<full>满月|百天|百日)|(?<half>半岁)|(?:(?:刚|才|已经)?(?:出生|出世|生|生下来|生完|落地)(?:了|才|有|已经|快)*)(?:(?<days>" + N + @")天|(?<=出世|落地)(?<days>" + N + @")日|(?<months>" + N + @")个(?<and>半)?月|(?<weeks>" + N + @")(?:周|个星期|星期))|(?<days>" + N + @")天(?:大(?!概|约)|的(?:娃|宝|婴|孩|新生|小)|了?还没上户)|(?<months>" + N + @")个(?<and>半)?(?:多)?月(?:大(?!概|约)|的(?:娃|宝|婴|孩|新生|小))|(?<=(?:孩子|宝宝|新生儿|娃|小孩|宝|囡|崽).{0,3})(?<months>" + N + @")个(?<and>半)?(?:多)?月(?:了|才|还没)")]
    private static partial Regex Ages { get; }

    [GeneratedRegex(@"大前天|前天|前日|昨天|昨日|昨晚|昨夜|昨儿|今天|今日|今早|今晚|刚刚|半个月前|半月前|(?<ago>" + N + @")天(?:以)?前|(?<agoWeeks>" + N + @")(?:周|个?星期|个?礼拜)(?:以)?前|(?<agoMonths>" + N + @")个月(?:以)?前|(?<week>上|上个|这|这个|本)(?:周|星期|礼拜)(?<weekday>[一二三四五六天日])|(?<feast>元旦|五一|劳动节|六一|儿童节|三八|妇女节|建军节|八一|教师节|国庆节|国庆|十一那天|圣诞|双十一)(?:节)?(?:那天|当天)?")]
    private static partial Regex Relative { get; }

    /// <summary>12号生的, of this month or the last.</summary>
    [GeneratedRegex(@"(?<![0-9一二三四五六七八九十月.])(?<d>" + N + @")[号日](?=(?:早上|晚上|半夜|凌晨|刚)?(?:出生|生的|生下|生了|养的))")]
    private static partial Regex BirthDay { get; }

    [GeneratedRegex(@"(?<![0-9.])(?:(?<month>1[0-2]|0?[1-9])[./-])(?<d>[12][0-9]|3[01]|0?[1-9])(?![0-9.万千百元块wk%])|\A[^\p{L}0-9]*(?:是|就是|就)?(?<d>" + N + @")[号日](?:的|生的|那天|吧|了)*[^\p{L}0-9]*\z")]
    private static partial Regex BareDay { get; }

    [GeneratedRegex(@"(?<![0-9一二两三四五六七八九十第])(?<!(?:住|等|过|超|晚|迟|拖|办|要|停|断|剩|差)(?:了|院|过|到|个)?)(?:(?<fortnight>半个?月)|(?<days>" + N + @")(?:多)?天|(?<months>" + N + @")个(?<and>半)?月|(?<weeks>" + N + @")(?:周|个?星期|个?礼拜))(?:了|多|吧|大|的样子|左右|的)*[^\p{L}0-9]*\z")]
    private static partial Regex BareAge { get; }
}

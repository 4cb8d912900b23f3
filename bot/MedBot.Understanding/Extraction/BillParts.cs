using System.Text.RegularExpressions;
using MedBot.Policy.Answers;

namespace MedBot.Understanding.Extraction;

/// <summary>What is said of a bill besides its sum. Each is null when it was not said.</summary>
/// <param name="SelfPaid">What of it is outside the catalogue, yuan: 其中自费两千.</param>
/// <param name="ClassB">What of it is class B, yuan: 乙类药三千.</param>
/// <param name="OverLimit">What of it is above the recognised price, yuan: 超限价两百.</param>
/// <param name="PaidThisYear">What insurance has paid earlier in the year, yuan: 今年已经报了三千.</param>
/// <param name="Stay">Which stay of the year it is, from 2: 今年第二次住院.</param>
/// <param name="Aside">What of it is no treatment, yuan: 护工费三千. It is not the bill; nothing is reckoned with it.</param>
internal sealed partial record BillParts((decimal Yuan, Mention Mention)? SelfPaid, (decimal Yuan, Mention Mention)? ClassB, (decimal Yuan, Mention Mention)? OverLimit, (decimal Yuan, Mention Mention)? PaidThisYear, (int Number, Mention Mention)? Stay, (decimal Yuan, Mention Mention)? Aside)
{
    /// <summary>What was left to pay oneself, yuan, by which the insurance for serious illness counts: 自付部分七万六, 自费掏了12万. Null when it is not said.</summary>
    public static (decimal Yuan, Mention Mention)? OwnShareIn(string text) => ChineseNumber.NextStart(text, 0) < 0 ? null : Behind(OwnShareWords, text) is { Yuan: >= LeastShare } share ? share : null;

    /// <summary>Less than this is no sum that the insurance for serious illness counts: 自己出十几万, which is no number.</summary>
    private const decimal LeastShare = 1000;

    /// <param name="text">The normal text.</param>
    /// <param name="asked">What the bot has asked for, so that 第二次 is a stay.</param>
    public static BillParts Of(string text, Fact? asked) => ChineseNumber.NextStart(text, 0) < 0 && asked != Fact.StayOfYear
        ? None
        : new(Around(SelfPaidWords, text), Around(ClassBWords, text), Around(OverLimitWords, text), Behind(PaidWords, text), StayIn(text, asked == Fact.StayOfYear), Behind(AsideWords, text));

    private static BillParts None { get; } = new(null, null, null, null, null, null);

    /// <summary>Where its sums stand.</summary>
    public IEnumerable<Mention> Sums => new[] { SelfPaid, ClassB, OverLimit, PaidThisYear, Aside }.OfType<(decimal Yuan, Mention Mention)>().Select(part => part.Mention);

    /// <summary>A sum behind the words, or right before them: 乙类药三千, 三千是乙类药.</summary>
    private static (decimal Yuan, Mention Mention)? Around(Regex words, string text)
    {
        if (Behind(words, text) is { } behind)
            return behind;
        for (var i = ChineseNumber.NextStart(text, 0); i >= 0; i = ChineseNumber.NextStart(text, i))
        {
            if (ChineseNumber.ReadAt(text, i) is not { } number)
            {
                i++;
                continue;
            }
            var end = i + number.Length;
            if (number.Value >= 10 && Belongs.Match(text, end, text.Length - end) is { Success: true } link && words.Match(text, link.Index + link.Length) is { Success: true } named && named.Index == link.Index + link.Length)
                return (number.Value, new Mention(MentionKind.Amount, i, named.Index + named.Length - i));
            i = end;
        }
        return null;
    }

    private static (decimal Yuan, Mention Mention)? Behind(Regex words, string text) =>
        words.Match(text) is { Success: true } match && ChineseNumber.ReadAt(text, match.Index + match.Length) is { Value: >= 1 } number
            ? (number.Value, new Mention(MentionKind.Amount, match.Index, match.Length + number.Length))
            : null;

    private static (int Number, Mention Mention)? StayIn(string text, bool isAsked)
    {
        var match = (isAsked ? AnyStay : Stays).Match(text);
        if (!match.Success)
            return null;
        // 首次 and 头次 have no number.
        var number = match.Groups["number"] is { Success: true } written ? ChineseNumber.Parse(written.ValueSpan) : 1;
        return number is { } stay ? (stay, new Mention(MentionKind.Amount, match.Index, match.Length)) : null;
    }

    [GeneratedRegex("(?:全自费|自费|目录外|不能报销|不能报|报不了)(?:的|部分|药|项目|费用|是|有|了|花了|占|大概|大约|差不多|约)*")]
    private static partial Regex SelfPaidWords { get; }

    [GeneratedRegex("(?:全自费|自费|自付|自己|个人负担|个人承担|个人自付)(?:部分|下来|掏|出|付|给|花|贴|垫|的|那块|就|都|已经|要|是|有|了|占|大概|大约|差不多|约|总共|一共|快|近)*")]
    private static partial Regex OwnShareWords { get; }

    [GeneratedRegex("(?:护工|护理工|陪护|陪床|伙食|吃饭|停车)(?:费|钱|的)?(?:是|有|了|花了|占|大概|大约|差不多|约)*")]
    private static partial Regex AsideWords { get; }

    [GeneratedRegex("乙类(?:目录)?(?:的|部分|药品|药|项目|费用|是|有|了|花了|占|大概|大约|差不多|约)*")]
    private static partial Regex ClassBWords { get; }

    [GeneratedRegex("(?:超限价|超过限价|超出限价|超标准|超标|超限额)(?:的|部分|自费|药|项目|费用|是|有|了|花了|占|大概|大约|差不多|约)*")]
    private static partial Regex OverLimitWords { get; }

    [GeneratedRegex(@"\G(?:多|来)?(?:元|块钱|块)?(?:的)?(?:都)?(?:是|属于|为|算)")]
    private static partial Regex Belongs { get; }

    [GeneratedRegex("(?:今年|本年|年内|年初|前面|之前|前头|上次)(?:已经|已|都|就|总共|一共|住院|门诊|医保|也)*(?:报销|报|赔)(?:了|过|掉|得)*(?:有|大概|大约|差不多|约)*")]
    private static partial Regex PaidWords { get; }

    [GeneratedRegex("第(?<number>[二三四五六七八2-8])(?:次|回|趟|道)(?:住院|住医院|住进|进院|入院|住)")]
    private static partial Regex Stays { get; }

    [GeneratedRegex("(?:第)?(?<number>[一二两三四五六七八1-8])(?:次|回|趟|道)|(?:首|头)次")]
    private static partial Regex AnyStay { get; }
}

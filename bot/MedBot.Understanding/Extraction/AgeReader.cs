using System.Text.RegularExpressions;

namespace MedBot.Understanding.Extraction;

/// <summary>Finds ages in whole years: 70岁, 七十多岁, 她70, 今年六十五了.</summary>
internal static partial class AgeReader
{
    private const int Oldest = 119;

    public static (int Years, Mention Mention)? Find(string text)
    {
        if (ChineseNumber.NextStart(text, 0) < 0)
            return null;
        foreach (Match match in Ages.Matches(text))
        {
            var group = match.Groups["age"];
            if (ChineseNumber.Parse(group.ValueSpan) is { } years and >= 0 and <= Oldest && (match.Groups["unit"].Success || years >= 14))
                return (years, new Mention(MentionKind.Age, group.Index, match.Index + match.Length - group.Index, years >= AgeTag.OldFrom ? AgeTag.Old : 0));
        }
        return null;
    }

    /// <summary>A number alone, where an age was spoken of: 68.</summary>
    public static (int Years, Mention Mention)? FindBare(string text)
    {
        var match = Bare.Match(text);
        return match.Success && ChineseNumber.Parse(match.Groups["age"].ValueSpan) is { } years and > 0 and <= Oldest
            ? (years, new Mention(MentionKind.Age, match.Groups["age"].Index, match.Groups["age"].Length))
            : null;
    }

    [GeneratedRegex(@"\A[^\p{L}0-9]*(?:是|才|今年)?(?<age>[1-9][0-9]?|1[01][0-9]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:了|才对|吧)*[^\p{L}0-9]*\z")]
    private static partial Regex Bare { get; }

    [GeneratedRegex(@"(?<!比.{1,4}[大小])(?<age>[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?:多|来|几)?(?<unit>周岁|虚岁|岁)|(?<age>[七八九]十|[789]0)[几多](?=的?(?:老人|老头|老太|人了))|(?:她|他|伊|我|人|妈|妈妈|爸|爸爸|娘|爹|母亲|父亲|爷爷|奶奶|老人|奶|爷|婆|公|舅|姨|姑|伯|叔|年纪|年龄|岁数|今年|老婆|婆婆|公公|岳父|岳母|儿子|女儿|闺女|姑娘|老公|丈夫|媳妇|哥|弟|姐|妹)(?:今年|都|已经|快|有|是|满|才|刚好|正好|刚刚|刚|也|就|了|呢|,|，)*(?<age>[1-9][0-9]|1[01][0-9]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:多|来)?(?![0-9一二三四五六七八九元块万千百wk年月日号天%级个人次点分倍多几岁周虚]|[.,][0-9])|(?<![0-9.花交用报块第缴费])(?<age>[4-9][0-9]|[四五六七八九]十[一二三四五六七八九]?)(?:多)?了(?![0-9元块万千])")]
    private static partial Regex Ages { get; }
}

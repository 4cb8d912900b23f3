using System.Text.RegularExpressions;

namespace MedBot.Understanding.Extraction;

/// <summary>Whether a fact is named only to be denied: 不是廊坊，是石家庄.</summary>
internal static partial class Denial
{
    private static readonly string[] Words = ["不是", "并不是", "并非", "而不是", "不在", "没在", "不说", "不要", "不问", "别说", "不去", "没说"];

    /// <summary>是不是 asks and denies nothing.</summary>
    public static bool StandsBefore(string text, int start)
    {
        foreach (var word in Words)
        {
            var from = start - word.Length;
            if (from >= 0 && text.AsSpan(from, word.Length).SequenceEqual(word) && (from == 0 || text[from - 1] is not '是'))
                return true;
        }
        return false;
    }

    /// <summary>Length of what a text takes back before it says what is meant: 不是门诊， before 是住院; 0 when it does not.</summary>
    public static int PrefixOf(string text) => TakenBack.Match(text).Length;

    [GeneratedRegex(@"\A(?:不对|哦|啊|呃|噢|不|哎)*[,，]?(?:并)?不是(?:说|问)?[^,，。是吗?？]{1,8}[,，]?(?=(?:而)?是[^不])")]
    private static partial Regex TakenBack { get; }
}

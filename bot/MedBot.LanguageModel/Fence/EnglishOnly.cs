using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MedBot.LanguageModel.Fence;

/// <summary>In an English sentence places are written in letters that no list of names covers: every proper name must have been said before.</summary>
internal static partial class EnglishOnly
{
    private static readonly FrozenSet<string> Ordinary = new[]
    {
        "i", "you", "your", "yes", "no", "the", "this", "that", "these", "those", "it", "if", "in", "on", "at", "for", "from", "to", "please", "after", "before", "as", "a", "an", "and", "but", "or", "so",
        "there", "they", "he", "she", "we", "when", "where", "who", "what", "how", "with", "without", "residents", "resident", "children", "newborn", "newborns", "babies", "students", "payment", "pay", "premium",
        "coverage", "insurance", "medical", "china", "chinese", "rmb", "cny", "yuan", "alipay", "wechat", "app", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "according", "the", "note", "since", "once", "all", "each", "most", "also", "bring", "call", "ask", "contact", "inpatient", "outpatient", "hospital", "level", "total", "sorry", "hello", "hi", "thanks", "because", "not", "is", "are", "was", "can", "could", "do", "does",
    }.ToFrozenSet();

    public static bool IsStrange(string sentence, string evidence)
    {
        if (sentence.Any(letter => letter is >= '一' and <= '鿿') || !sentence.Any(char.IsAsciiLetter))
            return false;
        foreach (var name in ProperName.EnumerateMatches(sentence))
        {
            var word = sentence.Substring(name.Index, name.Length).ToLowerInvariant();
            if (!Ordinary.Contains(word) && !evidence.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    [GeneratedRegex("(?<![A-Za-z])[A-Z][a-z]+")]
    private static partial Regex ProperName { get; }
}

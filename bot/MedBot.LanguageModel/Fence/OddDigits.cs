using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MedBot.LanguageModel.Fence;

/// <summary>Ways to show a number that no answer needs and that a reader of numerals can be led past: ⑧, Ⅷ, ½, ८, digits torn apart by blanks or by characters that nobody sees.</summary>
internal static partial class OddDigits
{
    public static bool AreIn(string sentence)
    {
        if (Torn.IsMatch(sentence))
            return true;
        var text = sentence.AsSpan().TrimStart();
        // A circled number that begins a line counts the line.
        if (text.Length > 0 && char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherNumber)
            text = text[1..];
        foreach (var rune in text.EnumerateRunes())
        {
            var isOdd = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.OtherNumber => true,
                UnicodeCategory.LetterNumber => rune.Value is not '〇',
                UnicodeCategory.DecimalDigitNumber => rune.Value is not ((>= '0' and <= '9') or (>= '０' and <= '９')),
                UnicodeCategory.Format => true,
                UnicodeCategory.Control => rune.Value is not ('\n' or '\r' or '\t'),
                _ => false,
            };
            if (isOdd)
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"[0-9０-９]\s+[0-9０-９]")]
    private static partial Regex Torn { get; }
}

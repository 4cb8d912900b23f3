using System.Globalization;
using System.Text;
using MedBot.Channels.Rendering;

namespace MedBot.Channels.WeChat;

/// <summary>
/// A reply in pages that fit into one passive reply each. What is read first is a page of its own, with the buttons, each
/// as the number that chooses it; the details follow when they are asked for. A page ends at a sentence and says how to get
/// the next one; the buttons stand on the last page too.
/// </summary>
internal static class ReplyPages
{
    /// <summary>Most bytes of UTF-8 in the text of a passive reply. The platform documents 2048 and has been seen to refuse that many.</summary>
    public const int MostBytes = 2047;

    public const string NextPage = "更多";

    private const string Hint = "\n\n（回复“更多”看后面的内容）";

    private const string SentenceEnds = "。！？；!?;\n", ClauseEnds = "，、,：:） ";

    /// <summary>The first page of a text.</summary>
    public static ReplyPage First(string text, IReadOnlyList<string> buttons)
    {
        var parts = PlainText.Parse(text);
        var opening = parts.Opening + ButtonList(buttons) + Hint;
        if (parts.Details.Length > 0 && Bytes(opening) <= MostBytes)
            return new ReplyPage(opening, parts.Details, ShowsButtons: true);
        var last = text + ButtonList(buttons);
        if (Bytes(last) <= MostBytes)
            return new ReplyPage(last, null, ShowsButtons: true);

        var end = EndOfPage(text, MostBytes - Bytes(Hint));
        var rest = text[end..].TrimStart();
        // The text alone may fit where the buttons do not: then they make a page of their own.
        return new ReplyPage(text[..end].TrimEnd() + Hint, rest, ShowsButtons: false);
    }

    private static string ButtonList(IReadOnlyList<string> buttons)
    {
        if (buttons.Count == 0)
            return "";
        var list = new StringBuilder("\n");
        for (var index = 0; index < buttons.Count; index++)
            list.Append("\n回复 ").Append(index + 1).Append(' ').Append(buttons[index]);
        return list.ToString();
    }

    // Behind the last sentence that fits; in a sentence longer than a page behind its last clause, else between two
    // characters as a reader sees them.
    private static int EndOfPage(string text, int bytes)
    {
        int sentence = 0, clause = 0, character = 0;
        foreach (var (start, element) in Elements(text))
        {
            bytes -= Bytes(element);
            if (bytes < 0)
                break;
            character = start + element.Length;
            if (SentenceEnds.Contains(element, StringComparison.Ordinal))
                sentence = IncludingClosers(text, character, bytes);
            else if (ClauseEnds.Contains(element, StringComparison.Ordinal))
                clause = character;
        }

        return sentence > 0 ? sentence : clause > 0 ? clause : character;
    }

    // A closing quotation mark or bracket belongs to the sentence before it.
    private static int IncludingClosers(string text, int end, int bytes)
    {
        while (end < text.Length && text[end] is '”' or '』' or '」' or '）' or '》' && (bytes -= 3) >= 0)
            end++;
        return end;
    }

    private static IEnumerable<(int Start, string Element)> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            // A pile of combining marks can be longer than a page; then its characters are parted.
            var element = elements.GetTextElement();
            if (element.Length <= 32)
            {
                yield return (elements.ElementIndex, element);
                continue;
            }

            var start = elements.ElementIndex;
            foreach (var rune in element.EnumerateRunes())
            {
                yield return (start, rune.ToString());
                start += rune.Utf16SequenceLength;
            }
        }
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}

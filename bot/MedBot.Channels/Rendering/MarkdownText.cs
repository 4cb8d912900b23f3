using System.Text;

namespace MedBot.Channels.Rendering;

/// <summary>Plain text inside Markdown: shown by a CommonMark reader exactly as it stands.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>#~|&$^=";

    /// <summary>The text with everything escaped that Markdown would take for its own. Line feeds become hard breaks.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var lineStart = true;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\r')
                continue;
            if (character == '\n')
            {
                escaped.Append("  \n");
                lineStart = true;
                continue;
            }

            if (Special.Contains(character, StringComparison.Ordinal) || (lineStart && OpensBlock(text, index)))
                escaped.Append('\\');
            escaped.Append(character);
            // Digits keep the line start open: only the mark behind them would make a list of the line.
            lineStart = lineStart && (character == ' ' || char.IsAsciiDigit(character));
        }

        return escaped.ToString();
    }

    // "- ", "+ " and "---" at the start of a line, ". " and ")" behind a number at the start of a line.
    private static bool OpensBlock(string text, int index)
    {
        var behindDigit = index > 0 && char.IsAsciiDigit(text[index - 1]);
        return behindDigit ? text[index] is '.' or ')' : text[index] is '-' or '+';
    }
}

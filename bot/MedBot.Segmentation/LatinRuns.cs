using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>How a run of Latin letters, digits and signs is cut: jieba's <c>[a-zA-Z0-9]+(?:\.\d+)?%?</c>, and whatever lies between two of these whole.</summary>
internal static class LatinRuns
{
    /// <summary>Where the piece that begins at <paramref name="start"/> ends.</summary>
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        if (!char.IsAsciiLetterOrDigit(text[start]))
        {
            while (end < text.Length && !char.IsAsciiLetterOrDigit(text[end]) && !Alphabet.IsHan(text[end]))
                end++;
            return end;
        }

        end = Skip(text, start, char.IsAsciiLetterOrDigit);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = Skip(text, end + 1, char.IsAsciiDigit);
        return end < text.Length && text[end] == '%' ? end + 1 : end;
    }

    private static int Skip(ReadOnlySpan<char> text, int start, Func<char, bool> belongs)
    {
        while (start < text.Length && belongs(text[start]))
            start++;
        return start;
    }
}

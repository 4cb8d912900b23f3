namespace MedBot.Segmentation;

/// <summary>How the characters between two blocks are cut: punctuation, white space, other scripts, emoji.</summary>
internal static class Gaps
{
    /// <summary>One token a character; a surrogate pair and CR LF count as one.</summary>
    public static void AddCharacters(ReadOnlySpan<char> text, int start, Workspace workspace)
    {
        while (start < text.Length)
        {
            var isPair = start + 1 < text.Length
                && (char.IsSurrogatePair(text[start], text[start + 1]) || text[start..].StartsWith("\r\n"));
            var length = isPair ? 2 : 1;
            workspace.Add(start, length);
            start += length;
        }
    }

    /// <summary>Each white space, and before, between and after them what is there, even if that is nothing.</summary>
    public static void AddPieces(ReadOnlySpan<char> text, int start, Workspace workspace)
    {
        var piece = start;
        for (var at = start; at < text.Length; at++)
        {
            if (!IsSpace(text[at]))
                continue;
            workspace.Add(piece, at - piece);
            var length = text[at..].StartsWith("\r\n") ? 2 : 1;
            workspace.Add(at, length);
            at += length - 1;
            piece = at + 1;
        }

        workspace.Add(piece, text.Length - piece);
    }

    // Python's \s, which takes the four information separators too.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';
}

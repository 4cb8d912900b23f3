using MedBot.Segmentation;

namespace MedBot.Search.Analysis;

/// <summary>
/// Splits text into the index's terms: single characters, pairs of neighbours, dictionary words of three characters and more,
/// and runs of letters and digits. A word of two characters is the same term as its pair, so it is not held twice.
/// </summary>
internal sealed class TermAnalyzer(Segmenter segmenter)
{
    public Segmenter Segmenter { get; } = segmenter;

    /// <summary>BM25's length of a text: ideographs and runs, each counted once.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        var inRun = false;
        foreach (var c in text)
        {
            var kind = CharacterTable.Kind(c);
            var letter = kind == CharacterKind.Letter;
            if (kind == CharacterKind.Ideograph || (letter && !inRun))
                length++;
            inRun = letter;
        }

        return length;
    }

    /// <summary>Adds every term occurrence of the text to the counter's present field.</summary>
    public void Count(ReadOnlySpan<char> text, TermCounter counter)
    {
        AddCharacters(text, counter);
        foreach (var token in Segmenter.Enumerate(text, SegmentationMode.Search))
        {
            var word = text.Slice(token.Start, token.Length);
            if (IsLongWord(word))
                counter.Add(TermKey.Word(word));
        }
    }

    /// <summary>Whether a token is a term of its own: three characters or more, all ideographs.</summary>
    public static bool IsLongWord(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return false;
        foreach (var c in word)
            if (CharacterTable.Kind(c) != CharacterKind.Ideograph)
                return false;
        return true;
    }

    private static void AddCharacters(ReadOnlySpan<char> text, TermCounter counter)
    {
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var kind = CharacterTable.Kind(text[i]);
            if (kind == CharacterKind.Ideograph)
            {
                var c = CharacterTable.Fold(text[i]);
                counter.Add(TermKey.Single(c));
                if (previous != '\0')
                    counter.Add(TermKey.Pair(previous, c));
                previous = c;
                continue;
            }

            previous = '\0';
            if (kind == CharacterKind.Letter)
            {
                var end = EndOfRun(text, i);
                counter.Add(TermKey.Run(text[i..end]));
                i = end - 1;
            }
        }
    }

    /// <summary>Where the run of letters and digits that starts here ends.</summary>
    public static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && CharacterTable.Kind(text[end]) == CharacterKind.Letter)
            end++;
        return end;
    }
}

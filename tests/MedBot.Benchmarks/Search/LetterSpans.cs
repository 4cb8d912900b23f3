namespace MedBot.Benchmarks.Search;

/// <summary>What Lucene's analyzers take for a word.</summary>
internal static class LetterSpans
{
    public static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                return true;
        return false;
    }
}

using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Extraction;

/// <summary>A term of the lexicon in a text.</summary>
internal readonly record struct FoundTerm<T>(T Value, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Finds the terms of a list in a text: longest first, from left to right, without overlaps. A term that the resident denies (不是三甲) is left out.</summary>
internal sealed class TermReader<T>(IEnumerable<(string Word, T Value)> words, Denial denial)
{
    private readonly WordTrie<T> _words = new(words);

    /// <param name="text">The normal text.</param>
    /// <param name="withDenied">True to find those that are denied too.</param>
    public IEnumerable<FoundTerm<T>> Find(NormalText text, bool withDenied = false)
    {
        for (var i = 0; i < text.Text.Length;)
        {
            var (length, values) = _words.LongestAt(text.Text, i);
            if (length > 0 && (withDenied || !denial.StandsBefore(text, i)))
                yield return new FoundTerm<T>(values[0], i, length);
            i += Math.Max(length, 1);
        }
    }
}

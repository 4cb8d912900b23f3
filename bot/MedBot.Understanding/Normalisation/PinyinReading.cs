using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Normalisation;

/// <summary>
/// Reads runs of Latin letters as pinyin (yibao jiaofei shijian) when the lexicon's words cover at least four fifths of
/// their letters, with as few words and as few letters left over as possible.
/// </summary>
internal sealed class PinyinReading(IEnumerable<Rewording> pinyin)
{
    private const int ShortestRun = 4;
    private const int LongestRun = 400;

    private readonly WordTrie<string> _words = new(pinyin.Select(entry => (entry.Said, entry.Meant)));

    public Draft Apply(Draft draft, List<string> changes)
    {
        if (!draft.Letters.ContainsAnyInRange('a', 'z'))
            return draft;
        var read = new Draft(draft.Length);
        for (var i = 0; i < draft.Length;)
        {
            var run = RunAt(draft.Letters, i);
            if (run >= ShortestRun && run <= LongestRun && Convert(draft, i, run, read, changes))
            {
                i += run;
                continue;
            }
            read.Copy(draft, i, Math.Max(run, 1));
            i += Math.Max(run, 1);
        }
        return read;
    }

    /// <summary>Length of the run of small letters, with single spaces and apostrophes inside.</summary>
    private static int RunAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var i = start; i < text.Length && (char.IsAsciiLetterLower(text[i]) || (i > start && text[i] is ' ' or '\'')); i++)
        {
            if (char.IsAsciiLetterLower(text[i]))
                end = i + 1;
        }
        return end - start;
    }

    private bool Convert(Draft draft, int start, int run, Draft read, List<string> changes)
    {
        var letters = new char[run];
        var places = new int[run];
        var count = 0;
        for (var i = start; i < start + run; i++)
        {
            if (char.IsAsciiLetterLower(draft.Letters[i]))
                (letters[count], places[count++]) = (draft.Letters[i], i);
        }
        var cut = CheapestCut(letters.AsSpan(0, count));
        var left = cut.Where(piece => piece.Word is null).Sum(piece => piece.Length);
        if (left * 5 > count)
            return false;
        var at = 0;
        foreach (var (length, word) in cut)
        {
            var from = places[at];
            if (word is not null)
            {
                read.Replace(draft, from, places[at + length - 1] - from + 1, word);
                changes.Add($"拼音 {new string(letters, at, length)} → {word}");
            }
            at += length;
        }
        return true;
    }

    /// <summary>Pieces of the run from left to right; a letter that no word covers is a piece without a word.</summary>
    private List<(int Length, string? Word)> CheapestCut(ReadOnlySpan<char> letters)
    {
        const int letterCost = 10;
        const int wordCost = 3;
        var cost = new int[letters.Length + 1];
        var best = new (int Length, string? Word)[letters.Length + 1];
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            (cost[i], best[i]) = (cost[i + 1] + letterCost, (1, null));
            foreach (var (length, words) in _words.At(letters, i))
            {
                if (cost[i + length] + wordCost <= cost[i])
                    (cost[i], best[i]) = (cost[i + length] + wordCost, (length, words[0]));
            }
        }
        var pieces = new List<(int, string?)>();
        for (var i = 0; i < letters.Length; i += best[i].Length)
            pieces.Add(best[i]);
        return pieces;
    }
}

using System.Runtime.CompilerServices;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Normalisation;

/// <summary>
/// Reads words typed with wrong characters of the same sound: 医宝 → 医保. At least one character must be right, so
/// that 已报 stays what it is. Sounds are compared without tone and without the differences that many dialects do not
/// make (z and zh, n and ng).
/// </summary>
internal sealed class HomophoneReading
{
    private readonly Dictionary<char, int[]> _soundsOf = [];
    private readonly Dictionary<int, List<(string Word, int[] Sounds)>> _byFirstSound = [];
    private readonly WordTrie<bool> _untouched;
    private readonly HashSet<char> _neverWrong;

    /// <param name="homophones">Words, sounds and exceptions of the lexicon.</param>
    /// <param name="vocabulary">Every other word of the lexicon; none of them is ever taken for a wrong spelling.</param>
    public HomophoneReading(HomophoneWords homophones, IEnumerable<string> vocabulary)
    {
        var ids = new Dictionary<string, int>();
        foreach (var (syllable, letters) in homophones.Sounds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var folded = Fold(syllable);
            if (!ids.TryGetValue(folded, out var id))
                ids.Add(folded, id = ids.Count);
            foreach (var letter in letters)
                _soundsOf[letter] = _soundsOf.TryGetValue(letter, out var known) ? [.. known, id] : [id];
        }
        foreach (var word in homophones.Words)
        {
            var sounds = word.Select(letter => _soundsOf.TryGetValue(letter, out var known) ? known : []).ToArray();
            if (word.Length < 2 || sounds.Any(known => known.Length == 0))
                continue;
            // A character with several readings makes the word known under each reading of its first one.
            foreach (var first in sounds[0])
            {
                if (!_byFirstSound.TryGetValue(first, out var words))
                    _byFirstSound.Add(first, words = []);
                words.Add((word, [.. sounds.Select(known => known[0])]));
            }
        }
        _neverWrong = [.. homophones.Never.Where(word => word.Length == 1).Select(word => word[0])];
        foreach (var words in _byFirstSound.Values)
            words.Sort((a, b) => b.Word.Length.CompareTo(a.Word.Length));
        _untouched = new WordTrie<bool>(vocabulary.Concat(homophones.Words).Concat(homophones.Never).Where(word => word.Length >= 2).Select(word => (word, true)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Draft Apply(Draft draft, List<string> changes)
    {
        var read = new Draft(draft.Length);
        for (var i = 0; i < draft.Length;)
        {
            var kept = _untouched.LongestAt(draft.Letters, i).Length;
            if (kept == 0 && MeantAt(draft.Letters, i) is { } word)
            {
                changes.Add($"同音 {new string(draft.Letters.Slice(i, word.Length))} → {word}");
                read.Replace(draft, i, word.Length, word);
                i += word.Length;
                continue;
            }
            read.Copy(draft, i, Math.Max(kept, 1));
            i += Math.Max(kept, 1);
        }
        return read;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? MeantAt(ReadOnlySpan<char> text, int start)
    {
        if (!_soundsOf.TryGetValue(text[start], out var firsts))
            return null;
        foreach (var first in firsts)
        {
            if (!_byFirstSound.TryGetValue(first, out var words))
                continue;
            foreach (var (word, sounds) in words)
            {
                if (start + word.Length <= text.Length && SoundsLike(text.Slice(start, word.Length), word, sounds))
                    return word;
            }
        }
        return null;
    }

    private bool SoundsLike(ReadOnlySpan<char> typed, string word, int[] sounds)
    {
        var right = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (typed[i] == word[i])
                right++;
            else if (_neverWrong.Contains(typed[i]) || !_soundsOf.TryGetValue(typed[i], out var known) || !known.Contains(sounds[i]))
                return false;
            // A wrong character must not be the start of a word of its own: 缴(费用) is not 缴废.
            else if (_untouched.LongestAt(typed, i).Length > 0)
                return false;
        }
        return right > 0 && right < word.Length;
    }

    private static string Fold(string syllable)
    {
        var folded = syllable.Length > 1 && syllable[1] == 'h' ? syllable[0] + syllable[2..] : syllable;
        return folded.EndsWith("ng", StringComparison.Ordinal) ? folded[..^1] : folded;
    }
}

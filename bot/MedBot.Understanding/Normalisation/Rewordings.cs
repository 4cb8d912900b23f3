using System.Runtime.CompilerServices;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Normalisation;

/// <summary>Puts the lexicon's word in the place of what was said, longest first, in one pass from left to right.</summary>
internal sealed class Rewordings
{
    private readonly WordTrie<string> _words;

    /// <param name="rewordings">What is said, with what is meant. What is meant is itself left as it is.</param>
    /// <param name="kept">Words that are left as they are, with everything inside them.</param>
    public Rewordings(IReadOnlyCollection<Rewording> rewordings, IEnumerable<string> kept) =>
        _words = new WordTrie<string>(kept.Concat(rewordings.Select(entry => entry.Meant)).Distinct().Select(word => (word, word))
            .Concat(rewordings.Select(entry => (entry.Said, entry.Meant))));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Draft Apply(Draft draft, List<string> changes)
    {
        var reworded = new Draft(draft.Length);
        for (var i = 0; i < draft.Length;)
        {
            var (length, meant) = _words.LongestAt(draft.Letters, i);
            if (length == 0)
            {
                reworded.Copy(draft, i++, 1);
                continue;
            }
            if (draft.Letters.Slice(i, length).SequenceEqual(meant[0]))
            {
                reworded.Copy(draft, i, length);
            }
            else
            {
                changes.Add($"{new string(draft.Letters.Slice(i, length))} → {meant[0]}");
                reworded.Replace(draft, i, length, meant[0]);
            }
            i += length;
        }
        return reworded;
    }
}

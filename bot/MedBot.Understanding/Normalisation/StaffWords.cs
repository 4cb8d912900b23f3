using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Normalisation;

/// <summary>The groups of one file of the lexicon, in the spelling that messages are brought into.</summary>
/// <param name="groups">The groups.</param>
/// <param name="file">The file below knowledge/, for the message when a group is missing.</param>
/// <param name="normaliser">Brings words into normal spelling.</param>
internal sealed class StaffWords(ImmutableArray<WordGroup> groups, string file, Normaliser normaliser)
{
    /// <exception cref="KnowledgeException">The file has no such group.</exception>
    public IEnumerable<string> Of(string group) => groups.Named(group, file).Words.Select(normaliser.Word).Where(word => word.Length > 0);

    /// <summary>The words of some groups, to be found in texts.</summary>
    /// <exception cref="KnowledgeException">The file lacks one of the groups.</exception>
    public WordTrie<bool> TrieOf(params ReadOnlySpan<string> names) => new(names.ToArray().SelectMany(Of).Distinct().Select(word => (word, true)));
}

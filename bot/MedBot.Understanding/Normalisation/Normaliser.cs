using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Normalisation;

/// <summary>Brings a message into the spelling of the lexicon, in linear time, and remembers where each character came from.</summary>
internal sealed class Normaliser
{
    /// <summary>Characters of a message that are read; a question stands in its first lines, and nothing longer is typed by hand.</summary>
    public const int Limit = 2000;

    private readonly CharacterFolding _folding;
    private readonly PinyinReading _pinyin;
    private readonly HomophoneReading _homophones;
    private readonly Rewordings _rewordings;

    /// <param name="lexicon">The words of the staff.</param>
    /// <param name="names">Names of places; none is taken for a misspelling (湖口 is not 户口), and those that a rewording would cut into are left as they are.</param>
    public Normaliser(Lexicon lexicon, IReadOnlyCollection<string> names)
    {
        _folding = new CharacterFolding(lexicon.Simplified);
        _pinyin = new PinyinReading(lexicon.Pinyin);
        var rewordings = lexicon.Rewordings.Select(entry => new Rewording(Folded(entry.Said), Folded(entry.Meant))).ToList();
        var said = new WordTrie<bool>(rewordings.Select(entry => (entry.Said, true)));
        var openings = rewordings.SelectMany(entry => Enumerable.Range(1, entry.Said.Length - 1).Select(length => entry.Said[..length])).ToHashSet();
        var kept = lexicon.Kept.Select(Folded).Concat(names.Where(name => Enumerable.Range(0, name.Length).Any(start => said.LongestAt(name, start).Length > 0 || openings.Contains(name[start..])))).ToList();
        _rewordings = new Rewordings(rewordings, kept);
        _homophones = new HomophoneReading(lexicon.Homophones, Vocabulary(lexicon).Concat(kept).Concat(names).Concat(rewordings.Select(entry => entry.Said)));
    }

    public NormalText Normalise(string message)
    {
        var changes = new List<string>();
        if (message.Length > Limit)
            changes.Add($"只读了前 {Limit} 个字");
        var draft = _folding.Fold(message, Limit);
        draft = _pinyin.Apply(draft, changes);
        draft = _homophones.Apply(draft, changes);
        draft = _rewordings.Apply(draft, changes);
        return draft.ToNormalText(message, [.. changes]);
    }

    /// <summary>A word or example of the lexicon in the spelling that messages are brought into.</summary>
    public string Word(string word) => Normalise(word).Text;

    private string Folded(string word) => new(_folding.Fold(word, Limit).Letters);

    private static IEnumerable<string> Vocabulary(Lexicon lexicon) =>
        lexicon.Concepts.SelectMany(group => group.Words)
            .Concat(lexicon.Acts.SelectMany(group => group.Words))
            .Concat(lexicon.Fillers)
            .Concat(lexicon.Persons.SelectMany(entry => entry.Words))
            .Concat(lexicon.HospitalLevels.SelectMany(entry => entry.Words))
            .Concat(lexicon.Channels.SelectMany(entry => entry.Words))
            .Concat(lexicon.Care.SelectMany(entry => entry.Words))
            .Concat(lexicon.Treatments.SelectMany(entry => entry.Words));
}

using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Compiler;

/// <summary>Turns the dictionary and the model, as texts, into what the segmenter reads.</summary>
internal static class DictionaryCompiler
{
    // What jieba takes for the logarithm of zero.
    private const double Impossible = -3.14e100;

    public static CompiledDictionary Compile(List<DictionaryLine> lines, HmmText hmm)
    {
        var words = new Dictionary<string, DictionaryLine>();
        foreach (var line in lines)
            words[line.Word] = line;

        // Frequent entries first: the rows that a text needs lie together. Row 0 is what is no word and has no tag.
        string[] tags = [string.Empty, .. words.Values.Select(line => line.Tag).Distinct().Order(StringComparer.Ordinal)];
        var entries = words.Values.Select(EntryOf).Distinct().OrderByDescending(entry => entry.Frequency).ThenBy(entry => entry.Tag)
            .Prepend(default).ToArray();
        var rows = entries.Select(KeyValuePair.Create<WordEntry, int>).ToDictionary();

        var alphabet = AlphabetByUse.Order(words.Values);
        var inside = words.Values.Where(line => alphabet.Covers(line.Word)).ToList();
        var outside = words.Values.Where(line => !alphabet.Covers(line.Word)).ToDictionary(line => line.Word, line => rows[EntryOf(line)]);
        var trie = TrieBuilder.Build(alphabet, inside.Select(line => new TrieWord(line.Word, rows[EntryOf(line)])));
        return new CompiledDictionary(trie, entries, tags, outside, lines.Sum(line => line.Frequency), ModelFor(alphabet, hmm));

        WordEntry EntryOf(DictionaryLine line) => new(line.Frequency, Array.BinarySearch(tags, line.Tag, StringComparer.Ordinal));
    }

    private static HmmModel ModelFor(Alphabet alphabet, HmmText text)
    {
        var emissions = new double[(Alphabet.Size + 1) * HmmModel.States];
        Array.Fill(emissions, Impossible);
        for (var state = 0; state < HmmModel.States; state++)
        {
            foreach (var (character, value) in text.Emissions[state].Where(pair => alphabet.Codes[pair.Key] != 0))
                emissions[(alphabet.Codes[character] * HmmModel.States) + state] = value;
        }

        return new HmmModel(text.Start, text.Transitions, emissions);
    }
}

namespace MedBot.Segmentation.Compiled;

/// <summary>
/// All that segmentation reads, as one file. The value of a word in <see cref="Trie"/> is its row in <see cref="Entries"/>;
/// row 0 stands for what is no word. Words that hold a character outside the alphabet are in <see cref="Outside"/>: no text matches them,
/// but they have a tag. <see cref="Total"/> sums the frequencies of all lines of the dictionary, repeated ones too.
/// </summary>
internal sealed record CompiledDictionary(
    Trie Trie, WordEntry[] Entries, string[] Tags, IReadOnlyDictionary<string, WordEntry> Outside, long Total, HmmModel Hmm)
{
    private const int Version = 1;

    public void Write(Stream stream)
    {
        var file = CompiledFile.Create(stream, "MBDICT", Version);
        Trie.Write(file);
        file.Write<WordEntry>(Entries);
        file.Write(string.Join('\n', Tags).AsSpan());
        file.Write(string.Join('\n', Outside.Keys).AsSpan());
        file.Write<WordEntry>(Outside.Values.ToArray());
        file.Write<long>([Total]);
        file.Write([Hmm.Start]);
        file.Write([Hmm.Transitions]);
        file.Write<double>(Hmm.Emissions);
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or another version.</exception>
    public static CompiledDictionary Read(Stream stream)
    {
        var file = CompiledFile.Open(stream, "MBDICT", Version);
        var trie = Trie.Read(file);
        var entries = file.Read<WordEntry>();
        var tags = new string(file.Read<char>()).Split('\n');
        var outside = new string(file.Read<char>()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Zip(file.Read<WordEntry>(), KeyValuePair.Create).ToDictionary();
        var dictionary = new CompiledDictionary(
            trie, entries, tags, outside, file.Read<long>()[0],
            new HmmModel(file.Read<HmmStart>()[0], file.Read<HmmTransitions>()[0], file.Read<double>()));

        // Segmentation relies on these instead of checking each step.
        if (trie.MaxValue >= entries.Length || dictionary.Hmm.Emissions.Length != (Alphabet.Size + 1) * HmmModel.States)
            throw new InvalidDataException("The compiled dictionary contradicts itself; build the project again.");
        return dictionary;
    }
}

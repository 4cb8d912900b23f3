namespace MedBot.Segmentation.Compiled;

/// <summary>
/// All that segmentation reads, as one file. The value of a word in <see cref="Trie"/> is its row in <see cref="Entries"/>;
/// row 0 stands for what is no word. Words that hold a character outside the alphabet are in <see cref="Outside"/>, also with their rows:
/// no text matches them, but they have a tag. <see cref="Total"/> sums the frequencies of all lines of the dictionary, repeated ones too.
/// </summary>
internal sealed record CompiledDictionary(
    Trie Trie, WordEntry[] Entries, string[] Tags, IReadOnlyDictionary<string, int> Outside, long Total, HmmModel Hmm)
{
    private const int Version = 1;

    public void Write(Stream stream)
    {
        var file = CompiledFile.Create(stream, "MBDICT", Version);
        Trie.Write(file);
        file.Write<WordEntry>(Entries);
        file.Write(string.Join('\n', Tags).AsSpan());
        file.Write(string.Join('\n', Outside.Keys).AsSpan());
        file.Write<long>([Total, .. Outside.Values]);
        Hmm.Write(file);
    }

    /// <summary>Written for the first call in a process: plain loops, since what needs compiling takes longer than the reading.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else, or another version.</exception>
    public static CompiledDictionary Read(Stream stream)
    {
        var file = CompiledFile.Open(stream, "MBDICT", Version);
        var trie = Trie.Read(file, out var largestValue);
        var entries = file.Read<WordEntry>();
        var tags = new string(file.Read<char>()).Split('\n');
        var outsideWords = new string(file.Read<char>()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var totalAndRows = file.Read<long>();
        var outside = new Dictionary<string, int>();
        for (var i = 0; i < outsideWords.Length; i++)
            outside[outsideWords[i]] = (int)totalAndRows[i + 1];
        var hmm = HmmModel.Read(file);

        // Segmentation relies on this instead of checking each step.
        if (largestValue >= entries.Length)
            throw new InvalidDataException("A word of the compiled trie has no entry; build the project again.");
        return new CompiledDictionary(trie, entries, tags, outside, totalAndRows[0], hmm);
    }
}

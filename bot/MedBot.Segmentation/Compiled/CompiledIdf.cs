namespace MedBot.Segmentation.Compiled;

/// <summary>
/// The inverse document frequencies of jieba's <c>idf.txt</c>: the value of a word in <see cref="Trie"/> is its row in <see cref="Values"/>,
/// row 0 of which is the median, for words that are not listed.
/// </summary>
internal sealed record CompiledIdf(Trie Trie, double[] Values)
{
    private const int Version = 1;

    public void Write(Stream stream)
    {
        var file = CompiledFile.Create(stream, "MBIDF", Version);
        Trie.Write(file);
        file.Write<double>(Values);
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or another version.</exception>
    public static CompiledIdf Read(Stream stream)
    {
        var file = CompiledFile.Open(stream, "MBIDF", Version);
        var trie = Trie.Read(file, out var largestValue);
        var values = file.Read<double>();
        if (largestValue >= values.Length)
            throw new InvalidDataException("A word of the compiled frequencies has none; build the project again.");
        return new CompiledIdf(trie, values);
    }
}

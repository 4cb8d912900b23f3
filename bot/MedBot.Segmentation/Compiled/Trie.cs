namespace MedBot.Segmentation.Compiled;

/// <summary>A read-only double-array trie over an alphabet: word to value.</summary>
internal sealed record Trie(Alphabet Alphabet, ulong[] Cells)
{
    public void Write(CompiledFile file)
    {
        file.Write(Alphabet.Ordered);
        file.Write<ulong>(Cells);
    }

    /// <exception cref="InvalidDataException">A cell leads out of the trie: what later relies on it would read beyond its end.</exception>
    public static Trie Read(CompiledFile file, out int largestValue)
    {
        var trie = new Trie(new Alphabet(file.Read<char>()), file.Read<ulong>());
        var (largestBase, largest) = (0, 0ul);
        foreach (var cell in trie.Cells)
        {
            largestBase = Math.Max(largestBase, Cell.Base(cell));
            largest = Math.Max(largest, cell);
        }

        if (largestBase + Alphabet.Size >= trie.Cells.Length)
            throw new InvalidDataException("A cell of the compiled trie leads out of it; build the project again.");
        largestValue = Cell.Value(largest);
        return trie;
    }

    /// <summary>The value of <paramref name="word"/>; 0 when words only begin with it; null when not even that.</summary>
    public int? Find(ReadOnlySpan<char> word)
    {
        Span<ushort> codes = word.Length <= 64 ? stackalloc ushort[word.Length] : new ushort[word.Length];
        for (var i = 0; i < word.Length; i++)
            codes[i] = Alphabet.Codes[word[i]];
        return codes.Contains((ushort)0) ? null : FindCodes(codes);
    }

    /// <summary>As <see cref="Find"/>, of a word given by the codes of its characters, none of which is 0.</summary>
    public int? FindCodes(ReadOnlySpan<ushort> codes)
    {
        var @base = 0;
        var cell = 0ul;
        for (var i = 0; i < codes.Length; i++)
        {
            if (i > 0 && @base == 0)
                return null;
            cell = Cells[@base + codes[i]];
            if (Cell.Code(cell) != codes[i])
                return null;
            @base = Cell.Base(cell);
        }

        return codes.IsEmpty ? null : Cell.Value(cell);
    }
}

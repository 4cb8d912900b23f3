namespace MedBot.Segmentation.Compiled;

/// <summary>A read-only double-array trie over an alphabet: word to value.</summary>
internal sealed record Trie(Alphabet Alphabet, ulong[] Cells)
{
    /// <summary>The value of <paramref name="word"/>; 0 when words only begin with it; null when not even that.</summary>
    public int? Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            return null;

        var cell = Step(0, word[0]);
        for (var i = 1; i < word.Length && cell != 0; i++)
            cell = Cell.Base(cell) is not 0 and var @base ? Step(@base, word[i]) : 0;
        return cell == 0 ? null : Cell.Value(cell);
    }

    private ulong Step(int @base, char c)
    {
        var code = Alphabet.Codes[c];
        var cell = Cells[@base + code];
        return code != 0 && Cell.Code(cell) == code ? cell : 0;
    }
}

namespace MedBot.Segmentation.Compiled;

/// <summary>
/// The characters that jieba looks up in its dictionary (<c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._%-]</c>), each with a dense code.
/// Codes run from 1 to <see cref="Size"/>, the most used characters first, so that what is used together lies together;
/// code 0 stands for every other character, which ends a block.
/// </summary>
internal sealed class Alphabet
{
    public const char FirstHan = '\u4E00';
    public const char LastHan = '\u9FD5';

    private const string Others = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#&._%-";

    /// <summary>How many characters have a code.</summary>
    public const int Size = LastHan - FirstHan + 1 + 26 + 26 + 10 + 7;

    private readonly char[] _ordered;

    public Alphabet(char[] ordered)
    {
        _ordered = ordered;
        Codes = new ushort[char.MaxValue + 1];
        for (var i = 0; i < ordered.Length; i++)
            Codes[ordered[i]] = (ushort)(i + 1);
        if (ordered.Length != Size || Characters().Any(c => Codes[c] == 0))
            throw new InvalidDataException($"An alphabet holds {Size} different characters; this one misses some.");
    }

    /// <summary>The code of every UTF-16 code unit; 0 outside the alphabet.</summary>
    public ushort[] Codes { get; }

    /// <summary>The characters in the order of their codes.</summary>
    public ReadOnlySpan<char> Ordered => _ordered;

    /// <summary>All characters of the alphabet, in no useful order.</summary>
    public static IEnumerable<char> Characters() =>
        Enumerable.Range(FirstHan, LastHan - FirstHan + 1).Select(c => (char)c).Concat(Others);

    /// <summary>Whether every character of <paramref name="word"/> has a code; if not, no text can match it.</summary>
    public bool Covers(ReadOnlySpan<char> word) => Prefix(word) == word.Length;

    /// <summary>How many leading characters of <paramref name="word"/> have a code.</summary>
    public int Prefix(ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < word.Length && Codes[word[length]] != 0)
            length++;
        return length;
    }
}

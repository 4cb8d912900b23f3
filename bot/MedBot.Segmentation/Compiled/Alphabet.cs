namespace MedBot.Segmentation.Compiled;

/// <summary>
/// The characters that jieba looks up in its dictionary (<c>[\u4E00-\u9FD5a-zA-Z0-9+#&amp;._%-]</c>), each with a dense code.
/// Codes run from 1 to <see cref="Size"/>, the most used characters first, so that what is used together lies together;
/// code 0 stands for every other character, which ends a block.
/// </summary>
internal sealed class Alphabet
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#&._%-";

    private const char FirstHan = '\u4E00';
    private const char LastHan = '\u9FD5';

    /// <summary>How many characters have a code.</summary>
    public const int Size = LastHan - FirstHan + 1 + 26 + 26 + 10 + 7;

    private readonly char[] _ordered;

    /// <exception cref="InvalidDataException"><paramref name="ordered"/> is not the alphabet in some order.</exception>
    public Alphabet(char[] ordered)
    {
        _ordered = ordered;
        Codes = new ushort[char.MaxValue + 1];
        for (var i = 0; i < ordered.Length; i++)
        {
            var character = ordered[i];
            if (Codes[character] != 0 || !(IsHan(character) || Latin.Contains(character)))
                throw new InvalidDataException($"U+{(int)character:X4} has no place in the alphabet, or has one already.");
            Codes[character] = (ushort)(i + 1);
        }

        if (ordered.Length != Size)
            throw new InvalidDataException($"The alphabet has {Size} characters, not {ordered.Length}.");
    }

    /// <summary>The code of every UTF-16 code unit; 0 outside the alphabet.</summary>
    public ushort[] Codes { get; }

    /// <summary>The characters in the order of their codes.</summary>
    public ReadOnlySpan<char> Ordered => _ordered;

    /// <summary>All characters of the alphabet, in no useful order.</summary>
    public static IEnumerable<char> Characters() => Enumerable.Range(FirstHan, LastHan - FirstHan + 1).Select(c => (char)c).Concat(Latin);

    /// <summary>Whether jieba takes <paramref name="character"/> for a Chinese one.</summary>
    public static bool IsHan(char character) => character is >= FirstHan and <= LastHan;

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

namespace MedBot.Search.Analysis;

/// <summary>
/// A term as 64 bits: a character, a pair and a word of three characters are held exactly, a longer word by a 60-bit hash.
/// The upper four bits tell which. Zero is no term. Takes folded characters.
/// </summary>
internal static class TermKey
{
    private const int KindShift = 60;

    public static ulong Single(char c) => (1UL << KindShift) | c;

    public static ulong Pair(char first, char second) => (2UL << KindShift) | ((ulong)first << 16) | second;

    /// <summary>A dictionary word of three characters or more. Words of two share their key with the pair, words of one with the character.</summary>
    public static ulong Word(ReadOnlySpan<char> text)
    {
        if (text.Length == 3)
            return (3UL << KindShift) | ((ulong)Folded(text[0]) << 32) | ((ulong)Folded(text[1]) << 16) | Folded(text[2]);
        return (4UL << KindShift) | Hash(text);
    }

    /// <summary>A run of letters and digits of any length.</summary>
    public static ulong Run(ReadOnlySpan<char> text) => (5UL << KindShift) | Hash(text);

    private static char Folded(char c) => CharacterTable.Fold(c);

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var c in text)
                hash = (hash ^ CharacterTable.Fold(c)) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93UL;
            return hash >> 4;
        }
    }
}

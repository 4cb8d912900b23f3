using System.Globalization;

namespace MedBot.Search.Analysis;

/// <summary>Folding and kind of every UTF-16 code unit: full-width forms become ASCII, capitals become small. Length never changes, so offsets stay right.</summary>
internal static class CharacterTable
{
    private static readonly char[] Folded = BuildFolded();
    private static readonly CharacterKind[] Kinds = BuildKinds();

    public static char Fold(char c) => IsCommonIdeograph(c) ? c : Folded[c];

    public static CharacterKind Kind(char c) => IsCommonIdeograph(c) ? CharacterKind.Ideograph : Kinds[c];

    /// <summary>The characters of nearly all text, which need no look into the large tables.</summary>
    private static bool IsCommonIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static char[] BuildFolded()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            if (c is >= '\uFF01' and <= '\uFF5E')
                c = (char)(c - 0xFEE0);
            else if (c == '\u3000')
                c = ' ';
            table[i] = char.ToLowerInvariant(c);
        }

        return table;
    }

    private static CharacterKind[] BuildKinds()
    {
        var table = new CharacterKind[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = KindOf(Folded[i]);
        return table;
    }

    private static CharacterKind KindOf(char c)
    {
        if (char.IsSurrogate(c) || c == '〇')
            return CharacterKind.Ideograph;
        if (!char.IsLetterOrDigit(c))
            return CharacterKind.Separator;
        // From U+1100 on, letters without case (々 is a "modifier") are of scripts that put no blanks between words.
        return c >= '\u1100' && CharUnicodeInfo.GetUnicodeCategory(c) is (UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter)
            ? CharacterKind.Ideograph
            : CharacterKind.Letter;
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace MedBot.Understanding.Normalisation;

/// <summary>
/// Character by character: full width to half width, traditional to simplified, capitals to small letters; emoji, lone
/// surrogates and control characters go; spaces stay only between letters or digits.
/// </summary>
internal sealed class CharacterFolding(ImmutableDictionary<char, char> simplified)
{
    private const string Numerals = "零一二三四五六七八九十两百千万";

    private const string Circled = "①②③④⑤⑥⑦⑧⑨";

    private readonly Dictionary<char, char> _simplified = new(simplified);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Draft Fold(string message, int limit)
    {
        var draft = new Draft(Math.Min(message.Length, limit));
        var end = Math.Min(message.Length, limit);
        for (var i = 0; i < end; i++)
        {
            var letter = Fold(message[i]);
            if (letter == ' ')
                AddSpace(draft, i);
            else if (letter != '\0')
                Add(draft, letter, i);
        }
        return draft;
    }

    /// <summary>The folded character; a space for a blank, NUL for one that says nothing.</summary>
    private char Fold(char letter)
    {
        if (letter is >= '！' and <= '～')
            letter = (char)(letter - '！' + '!');
        if (letter <= '~')
            return letter > ' ' ? char.ToLowerInvariant(letter) : ' ';
        if (char.IsSurrogate(letter) || char.IsControl(letter))
            return '\0';
        if (_simplified.TryGetValue(letter, out var simple))
            return simple;
        if (Circled.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var digit)
            return (char)('1' + digit);
        return letter switch
        {
            '￥' => '¥',
            '～' or '〜' => '~',
            '【' or '《' or '「' or '『' or '〔' => '(',
            '】' or '》' or '」' or '』' or '〕' => ')',
            '“' or '”' or '‘' or '’' => '\'',
            '…' => '.',
            '—' or '–' or '－' => '-',
            _ when char.IsWhiteSpace(letter) => ' ',
            _ when char.IsLetterOrDigit(letter) || char.IsPunctuation(letter) || letter is '¥' => letter,
            _ => '\0',
        };
    }

    private static bool IsNumeral(char letter) => char.IsAsciiDigit(letter) || Numerals.Contains(letter, StringComparison.Ordinal);

    private static void AddSpace(Draft draft, int at)
    {
        if (draft.Last is not (' ' or '\0'))
            draft.Add(' ', at..(at + 1));
    }

    /// <summary>A space before a character is kept only where both sides are letters, or both numerals: 12 3000, 一万八 二级, yi bao.</summary>
    private static void Add(Draft draft, char letter, int at)
    {
        if (draft.Last == ' ' && draft.Length >= 2)
        {
            var before = draft.Letters[^2];
            var keeps = (char.IsAsciiLetter(before) && char.IsAsciiLetter(letter)) || ((IsNumeral(before) || before is 'w' or 'k') && IsNumeral(letter));
            if (!keeps)
                draft.DropLast();
        }
        draft.Add(letter, at..(at + 1));
    }
}

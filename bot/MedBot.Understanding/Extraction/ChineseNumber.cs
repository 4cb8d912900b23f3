using System.Buffers;
using System.Runtime.CompilerServices;

namespace MedBot.Understanding.Extraction;

/// <summary>A number in a text: how long it is written there and what it says.</summary>
/// <param name="Value">The number.</param>
/// <param name="Length">Characters that it takes.</param>
/// <param name="Scale">The largest unit word in it (万 10,000); 1 when it has none.</param>
internal readonly record struct ReadNumber(decimal Value, int Length, decimal Scale);

/// <summary>Reads numbers as people write them: 两万三, 1.5w, 12,000, 3千5, 一百二, 8万8, 一万零五百, 二〇二六.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789" + Digits + Formal + "两俩〇○十拾");

    private const decimal Largest = 1_000_000_000m;

    /// <summary>Where the next number may start, from a place on; -1 when there is none.</summary>
    public static int NextStart(ReadOnlySpan<char> text, int from) =>
        from < text.Length && text[from..].IndexOfAny(Starts) is >= 0 and var at ? from + at : -1;

    /// <summary>The number that starts at the given place, or null when none does or when it is no single number (两三万).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadNumber? ReadAt(ReadOnlySpan<char> text, int start)
    {
        decimal total = 0, section = 0, unit = 1, scale = 1;
        decimal? literal = null;
        var literalIsDigit = false;
        var afterZero = false;
        var i = start;
        while (i < text.Length)
        {
            if (literal is null && Arabic(text[i..]) is { Length: > 0 } arabic)
            {
                (literal, literalIsDigit) = (arabic.Value, arabic.Length == 1);
                i += arabic.Length;
            }
            else if (DigitOf(text[i]) is { } digit)
            {
                if (digit == 0 && literal is null && scale > 1)
                {
                    (afterZero, i) = (true, i + 1);
                    continue;
                }
                // 花了4万2三级医院: another number begins.
                if (literal is not null && scale > 1)
                    break;
                if (literal is not null)
                    return SpelledOut(text, start);
                (literal, literalIsDigit, i) = (digit, true, i + 1);
            }
            else if (UnitOf(text, i) is { } found && (literal is not null || found is 10 || (found is 10_000 && section > 0)))
            {
                scale = Math.Max(scale, found);
                if (found >= 10_000)
                    (total, section) = (total + ((section + (literal ?? 0)) * found), 0);
                else
                    section += (literal ?? 1) * found;
                (literal, unit, afterZero, i) = (null, found, false, i + 1);
                if (total > Largest || section > Largest)
                    return null;
            }
            else
            {
                break;
            }
        }
        if (i == start || (i == start + 1 && DigitOf(text[start]) == 0))
            return null;
        if (literal is { } last)
            section += literalIsDigit && unit >= 100 && !afterZero ? last * unit / 10 : last;
        return total + section <= Largest ? new ReadNumber(total + section, i - start, scale) : null;
    }

    /// <summary>The whole text as a number, or null.</summary>
    public static int? Parse(ReadOnlySpan<char> text) =>
        ReadAt(text, 0) is { } number && number.Length == text.Length && number.Value == decimal.Truncate(number.Value) ? (int)number.Value : null;

    /// <summary>Digits one by one, as years and telephone numbers are spoken: 二〇二六, 二五. Two digits before a unit (两三万) are no number.</summary>
    private static ReadNumber? SpelledOut(ReadOnlySpan<char> text, int start)
    {
        decimal value = 0;
        var i = start;
        while (i < text.Length && DigitOf(text[i]) is { } digit && value < Largest)
            (value, i) = ((value * 10) + digit, i + 1);
        return i - start < 2 || (i < text.Length && UnitOf(text, i) is not null) ? null : new ReadNumber(value, i - start, 1);
    }

    private static (decimal Value, int Length) Arabic(ReadOnlySpan<char> text)
    {
        decimal value = 0;
        var i = 0;
        while (i < text.Length && value < Largest)
        {
            if (char.IsAsciiDigit(text[i]))
                (value, i) = ((value * 10) + (text[i] - '0'), i + 1);
            else if (text[i] == ',' && i > 0 && i <= text.Length - 4 && AreDigits(text.Slice(i + 1, 3)) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])))
                i++;
            else
                break;
        }
        if (i > 0 && i < text.Length - 1 && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var place = 0.1m;
            for (i++; i < text.Length && char.IsAsciiDigit(text[i]); i++, place /= 10)
                value += place >= 0.0001m ? place * (text[i] - '0') : 0;
        }
        return (value, i);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int? DigitOf(char letter) => letter switch
    {
        '两' or '俩' => 2,
        '〇' or '○' => 0,
        _ => Digits.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var digit ? digit
            : Formal.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var formal ? formal : null,
    };

    private static decimal? UnitOf(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or '萬' => 10_000,
        '亿' => 100_000_000,
        'w' when !IsLetter(text, at + 1) => 10_000,
        'k' when !IsLetter(text, at + 1) => 1000,
        _ => null,
    };

    private static bool IsLetter(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiLetter(text[at]);
}

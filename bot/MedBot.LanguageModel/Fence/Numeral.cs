namespace MedBot.LanguageModel.Fence;

/// <summary>
/// Reads a number wherever it may hide: 30000, 30,000, 3万, 1.5万, 三万五, 两千三百, 一百零五, 二〇二六, 廿五. Written apart from
/// the reader that understands residents: what that one forgives, this one must refuse.
/// </summary>
internal static class Numeral
{
    private const string Digits = "零一二三四五六七八九";
    private const string Formal = "〇壹贰叁肆伍陆柒捌玖";
    private const decimal Largest = 1_000_000_000_000m;

    public static bool Starts(char letter) => char.IsAsciiDigit(letter) || DigitOf(letter) >= 0 || UnitOf(letter) is 10 or 20 or 30 || letter == '半';

    /// <summary>The number that starts at a numeral character. Null when its characters make no single number (七八百, 几千).</summary>
    public static decimal? Read(ReadOnlySpan<char> text, int start, out int end)
    {
        decimal total = 0, section = 0;
        decimal? pending = null;
        var (pendingIsSingle, lastUnit, run, sound) = (false, 0m, 0, true);
        var i = start;
        if (text[i] == '半')
        {
            end = i + 1;
            return 0.5m;
        }
        for (; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsAsciiDigit(letter))
            {
                sound &= pending is null;
                pending = Arabic(text, ref i);
                (pendingIsSingle, run) = (pending < 10, run + 1);
                i--;
            }
            else if (DigitOf(letter) is >= 0 and var digit)
            {
                // Digits one by one are a year or a telephone number: 二〇二六.
                pending = pending is { } before && run > 0 && lastUnit == 0 ? (before * 10) + digit : digit;
                sound &= run == 0 || lastUnit == 0 || digit == 0 || run == 1;
                (pendingIsSingle, run) = (run == 0, digit == 0 && lastUnit > 0 ? 0 : run + 1);
                if (digit == 0 && lastUnit > 0)
                    (pending, pendingIsSingle, lastUnit) = (null, false, 1);
            }
            else if (UnitOf(letter) is > 0 and var unit)
            {
                sound &= run <= 1;
                if (unit is 20 or 30)
                    (section, lastUnit) = (section + unit, 10);
                else if (unit >= 10_000)
                    (total, section, lastUnit) = ((total + section + (pending ?? (section + total > 0 ? 0 : 1))) * unit, 0, unit);
                else
                    (section, lastUnit) = (section + ((pending ?? 1) * unit), unit);
                (pending, run) = (null, 0);
                if (total > Largest || section > Largest)
                    sound = false;
            }
            else
            {
                break;
            }
            if (total > Largest || pending > Largest)
            {
                end = i + 1;
                return null;
            }
        }
        end = i;
        // 三万五 is 35000, 两千三 2300.
        if (pending is { } rest)
            section += pendingIsSingle && lastUnit >= 100 ? rest * lastUnit / 10 : rest;
        return sound ? total + section : null;
    }

    private static decimal Arabic(ReadOnlySpan<char> text, ref int i)
    {
        decimal value = 0;
        for (; i < text.Length && value < Largest; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                value = (value * 10) + (text[i] - '0');
            else if (!(text[i] == ',' && IsThousand(text, i + 1)))
                break;
        }
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var place = 0.1m;
            for (i++; i < text.Length && char.IsAsciiDigit(text[i]); i++, place /= 10)
                value += place > 0.000001m ? place * (text[i] - '0') : 0;
        }
        return value;
    }

    private static bool IsThousand(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && !text.Slice(at, 3).ContainsAnyExceptInRange('0', '9') && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static int DigitOf(char letter) => letter switch
    {
        '两' or '俩' => 2,
        '仨' => 3,
        '○' => 0,
        _ => Digits.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var digit ? digit : Formal.IndexOf(letter, StringComparison.Ordinal),
    };

    private static decimal UnitOf(char letter) => letter switch
    {
        '十' or '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}

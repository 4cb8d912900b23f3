using System.Buffers;
using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Extraction;

/// <summary>Finds what a bill came to. A premium, a deposit, wages, an age or a telephone number is no bill.</summary>
internal sealed class AmountReader
{
    /// <summary>A sum below this is a bill only with its unit: 80块, not 花了八十.</summary>
    private const decimal Least = 100;

    /// <summary>Ranks of the words before a number: what was spent, other money or none, and what a premium is told with.</summary>
    private const int Spent = 3, NoBill = -1, LikePremium = -2;

    /// <summary>What may stand around a sum that stands alone.</summary>
    private static readonly SearchValues<char> Around = SearchValues.Create("是共花了元块钱多吧整 ,，.。!");

    private const string File = "lexicon/amounts.yaml";

    private readonly WordTrie<bool> _currency;
    private readonly WordTrie<bool> _otherUnit;
    private readonly WordTrie<bool> _loose;

    /// <summary>Words before a number within a few characters, and what they make of it.</summary>
    private readonly WordTrie<int> _before;
    private readonly WordTrie<bool> _premiumBehind;
    private readonly WordTrie<bool> _noBillBehind;
    private readonly WordTrie<bool> _care;
    private readonly WordTrie<bool> _spentOn;
    private readonly WordTrie<bool> _takenBack;

    /// <param name="groups">The words of amounts.yaml.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group is missing.</exception>
    public AmountReader(ImmutableArray<WordGroup> groups, Normaliser normaliser)
    {
        var words = new StaffWords(groups, File, normaliser);
        _currency = words.TrieOf("货币");
        _otherUnit = words.TrieOf("别的单位");
        _loose = words.TrieOf("约数");
        _before = new([.. words.Of("花了").Select(word => (word, Spent)), .. words.Of("不是账单").Select(word => (word, NoBill)), .. words.Of("像保费").Select(word => (word, LikePremium))]);
        _premiumBehind = words.TrieOf("保费后面");
        _noBillBehind = words.TrieOf("不是账单后面");
        _care = words.TrieOf("看病");
        _spentOn = words.TrieOf("花在");
        _takenBack = words.TrieOf("前面不算");
    }

    /// <summary>The bill, or null.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="isAsked">True when the bot has asked for it, so that a bare number is one.</param>
    /// <param name="isCare">True when care is spoken of, so that a sum without a word on care or spending is a bill: 那五万块呢.</param>
    /// <param name="knowsBill">True when a bill is being reckoned, so that another sum without a unit is that bill: 刚出的单子 27350.</param>
    /// <param name="parts">Sums that are only parts of a bill.</param>
    public (decimal Yuan, Mention Mention)? Read(string text, bool isAsked, bool isCare, bool knowsBill, IReadOnlyCollection<Mention> parts)
    {
        isCare |= isAsked;
        (decimal Yuan, Mention Mention)? best = null;
        var bestRank = 0;
        for (var i = ChineseNumber.NextStart(text, 0); i >= 0; i = ChineseNumber.NextStart(text, i))
        {
            if (ReadAt(text, i) is not { } number)
            {
                i++;
                continue;
            }
            var rank = Rank(text, i, number, isAsked, isCare, knowsBill, out var length);
            // 花了一万九，不对，一共两万一: the later sum is meant.
            var isCorrected = best is { } earlier && rank == bestRank && rank > 0 && _takenBack.StandsIn(text.AsSpan(earlier.Mention.End, i - earlier.Mention.End));
            if ((rank > bestRank || isCorrected) && !parts.Any(part => part.Start <= i && i < part.End))
                (best, bestRank) = ((number.Value, new Mention(MentionKind.Amount, i, length, AmountTag.Bill)), rank);
            i += number.Length;
        }
        return best;
    }

    /// <summary>True for a text that is a sum of at least a hundred and nothing else: 8600.</summary>
    public static bool IsBare(string text)
    {
        var start = ChineseNumber.NextStart(text, 0);
        return start >= 0 && !text.AsSpan(0, start).ContainsAnyExcept(Around) && ChineseNumber.ReadAt(text, start) is { Value: >= Least } number && !text.AsSpan(start + number.Length).ContainsAnyExcept(Around);
    }

    /// <summary>Every amount of money in the text, bills or not, for masking.</summary>
    public IEnumerable<Mention> FindAll(string text)
    {
        for (var i = ChineseNumber.NextStart(text, 0); i >= 0; i = ChineseNumber.NextStart(text, i))
        {
            if (ReadAt(text, i) is not { } number)
            {
                i++;
                continue;
            }
            var end = EndOfAmount(text, i + number.Length, out var hasCurrency);
            if (hasCurrency || (number.Scale >= 1000 && !IsOtherUnit(text, end)))
                yield return new Mention(MentionKind.Amount, i, end - i);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The number at a place; 二十多万 is read as 二十万, 两三万 as 两万, as 三万多 is as 三万.</summary>
    private static ReadNumber? ReadAt(string text, int start)
    {
        if (ChineseNumber.ReadAt(text, start) is not { } number)
            return start + 2 < text.Length && UnitOf(text[start + 2]) > 0 && ChineseNumber.ReadAt(text, start + 1) is { Scale: >= 100 } upper && ChineseNumber.Parse(text.AsSpan(start, 1)) is { } lower && lower + 1 == upper.Value / upper.Scale
                ? new ReadNumber(lower * upper.Scale, upper.Length + 1, upper.Scale)
                : null;
        var behind = start + number.Length;
        if (behind + 1 >= text.Length || text[behind] is not ('多' or '来') || number.Value < 10)
            return number;
        var unit = UnitOf(text[behind + 1]);
        return unit == 0m || number.Scale >= unit ? number : new ReadNumber(number.Value * unit, number.Length + 2, unit);
    }

    private static decimal UnitOf(char letter) => letter switch { '万' => 10_000m, '千' => 1000m, '百' => 100m, _ => 0m };

    private int Rank(string text, int start, ReadNumber number, bool isAsked, bool isCare, bool knowsBill, out int length)
    {
        // 几十万, 十几万 and 上十万 are no numbers.
        var behind = start + number.Length;
        if (start > 0 && (text[start - 1] is '几' or '数' || (text[start - 1] == '上' && text[start] == '十')) || (behind + 1 < text.Length && text[behind] is '几' && text[behind + 1] is '万' or '千' or '百'))
        {
            length = 0;
            return 0;
        }
        var end = EndOfAmount(text, start + number.Length, out var hasCurrency);
        length = end - start;
        hasCurrency |= start > 0 && text[start - 1] == '¥';
        // 一块交 is "together", not one yuan.
        if (number.Value < 2 || (!hasCurrency && ((IsOtherUnit(text, end) && !IsClass(text, end, number)) || (number.Scale == 1 && number.Value >= 1_000_000))))
            return 0;
        var before = WordBefore(text, start);
        if ((before <= 0 && _premiumBehind.LongestAt(text, end).Length > 0) || _noBillBehind.LongestAt(text, end).Length > 0)
            return 0;
        if (before == NoBill || (before == LikePremium && !_care.StandsIn(text)))
            return 0;
        // 花了八十能报不 asks whether, not how much: no bill worth reckoning.
        if (before == Spent)
            return hasCurrency ? 5 : number.Value >= Least || isAsked ? 4 : 0;
        if (hasCurrency)
            return isCare || number.Scale >= 1000 || _care.StandsIn(text) ? 3 : 0;
        if (number.Scale >= 1000)
            return 2;
        // 住院15000: no unit, but right behind the care that it was spent on.
        if ((number.Value >= 1000 || number is { Scale: >= 100, Length: > 1 }) && before == 0 && EndsInCare(text, start))
            return 2;
        return (isAsked && number.Value >= 10) || (before == 0 && (IsSumAlone(number) || (number is { Scale: >= 100, Length: > 1 } && Loose(text, start + number.Length) == 0)) && (knowsBill || isCare || _care.StandsIn(text))) ? 1 : 0;
    }

    /// <summary>三甲 22600 自己掏多少: a number that can hardly be a year, a hotline or a code.</summary>
    private static bool IsSumAlone(ReadNumber number) => number is { Scale: 1, Length: >= 4, Value: >= 1000 and < 200_000 and not (>= 1990 and <= 2100) and not (>= 12_300 and < 12_400) };

    /// <summary>Length of 多, 左右 at a place of a text: 一天四百多 is a rate rather than a bill.</summary>
    private int Loose(string text, int at) => _loose.LongestAt(text, at).Length;

    private int EndOfAmount(string text, int end, out bool hasCurrency)
    {
        end += Loose(text, end);
        var currency = _currency.LongestAt(text, end).Length;
        hasCurrency = currency > 0;
        end += currency;
        if (hasCurrency && end < text.Length && text[end] == '钱')
            end++;
        return end;
    }

    /// <summary>花了两万 乙类药三千: 乙 is no unit of so large a number, as in 三乙.</summary>
    private static bool IsClass(string text, int at, ReadNumber number) => number.Scale >= 1000 && text[at] is '甲' or '乙';

    private bool IsOtherUnit(string text, int at) => _otherUnit.LongestAt(text, at).Length > 0;

    /// <summary>What the nearest telling word in the few characters before a number makes of it; 0 when there is none.</summary>
    private int WordBefore(string text, int start)
    {
        const int reach = 6;
        var (rank, behind) = (0, -1);
        for (var i = start - 1; i >= Math.Max(0, start - reach) && text[i] is not (',' or '。' or '，' or '?' or '!' or ';'); i--)
        {
            foreach (var (length, ranks) in _before.At(text, i))
            {
                // Of words that end at the same place the longest tells: 一个月要花. In 押金交了五千 the deposit tells, not 交.
                if (i + length <= start && (i + length >= behind || rank == LikePremium) && (ranks[0] > LikePremium || start - i - length <= 3))
                    (rank, behind) = (ranks[0], i + length);
            }
        }
        return rank;
    }

    private bool EndsInCare(string text, int start)
    {
        for (var i = Math.Max(0, start - 3); i < start; i++)
        {
            if (_spentOn.LongestAt(text, i).Length == start - i)
                return true;
        }
        return false;
    }
}

using System.Text.RegularExpressions;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.LanguageModel.Fence;

/// <summary>Why a sentence may not be shown.</summary>
public enum Breach
{
    /// <summary>A number that nothing of this turn backs.</summary>
    Number,

    /// <summary>至少, 约, 最高 dropped, added or changed.</summary>
    Bound,

    /// <summary>A number said of another place, or a place that nothing of this turn names.</summary>
    Place,

    Year,

    /// <summary>A number said of another level, group, kind of care or item.</summary>
    Subject,

    /// <summary>A word that says a figure without a numeral: 免费, 全额, 不封顶, 翻倍, 月底.</summary>
    Word,

    /// <summary>An address, on the web or in a street.</summary>
    Address,
}

/// <summary>
/// Lets a model's sentence through only when every number, date, place, year and bound word in it is backed by what this
/// turn's plugins gave or the resident said. What cannot be read for sure is refused.
/// </summary>
internal sealed partial class NumberFence(SentenceReader reader, Evidence evidence)
{
    private const int Neighbours = 2;

    private static readonly TraitGroup[] Groups = Enum.GetValues<TraitGroup>();

    /// <summary>Null when the sentence may be shown.</summary>
    public Breach? Check(string sentence)
    {
        var read = reader.Of(sentence);
        if (NumberPatterns.Address.Matches(read.Folded).Any(address => !evidence.Text.Contains(address.Value, StringComparison.Ordinal)) || IsStrangeStreet(read.Folded))
            return Breach.Address;
        if (OddDigits.AreIn(sentence))
            return Breach.Number;
        if (read.Unreadable is { } vague && !evidence.Text.Contains(vague, StringComparison.Ordinal))
            return Breach.Number;
        if (FigureWords.Matches(read.Folded).Any(word => !IsTold(word, read.Folded)))
            return Breach.Word;
        if (read.Places.Any(places => !places.Any(evidence.Knows)))
            return Breach.Place;
        if (read.Years.Any(year => !evidence.Knows(year)))
            return Breach.Year;
        if (EnglishOnly.IsStrange(sentence, evidence.Text))
            return Breach.Place;
        // Which of the numbers belongs to which name cannot be told for sure.
        if (read.Numbers.Count > 1 && Respectively.IsMatch(read.Folded) && !evidence.Text.Contains(read.Folded, StringComparison.Ordinal))
            return Breach.Subject;
        foreach (var number in read.Numbers)
        {
            if (BreachOf(number, read.Folded) is { } breach)
                return breach;
        }
        return null;
    }

    private Breach? BreachOf(ShownNumber number, string sentence)
    {
        // 一年 in 一年400元 counts nothing.
        if (number is { Kind: ShownKind.Amount, Value: 1, Unit: "年" or "每年" } && PerYear.IsMatch(evidence.Text) && !number.Own.Of(TraitGroup.Item).Any(item => item.Meaning == 5))
            return null;
        var worst = Breach.Number;
        foreach (var (backing, places, years) in evidence.For(number))
        {
            var breach = BreachAgainst(number, backing, places, years);
            if (breach is null)
                return null;
            worst = worst == Breach.Bound ? worst : breach.Value;
        }
        // The resident's own figures may be repeated as theirs, with no bound that they did not have; a share that they heard of is no answer.
        if (worst != Breach.Bound && evidence.WasSaid(number) && (number.Unit != "%" || OwnWords.IsMatch(sentence)))
            return null;
        return worst;
    }

    private Breach? BreachAgainst(ShownNumber number, ShownNumber backing, IReadOnlyList<Region> places, IReadOnlyList<int> years)
    {
        if (number.Kind == ShownKind.Amount && number.Bound != backing.Bound)
            return Breach.Bound;
        if (number.Kind == ShownKind.Digits || number is { Kind: ShownKind.Amount, Unit: "", Bound: Bound.Exact, Text.Length: 5 })
            return null;
        var claimedPlaces = number.Own.Places.IsEmpty ? number.Inherited.Places : number.Own.Places;
        var backingPlaces = backing.Own.Places.IsEmpty ? backing.Inherited.Places.IsEmpty ? places : backing.Inherited.Places : backing.Own.Places;
        if (claimedPlaces.Length > 0 && backingPlaces.Count > 0 && !claimedPlaces.Any(claimed => backingPlaces.Any(known => Agree(claimed, known))))
            return Breach.Place;
        if (number.Kind == ShownKind.Amount)
        {
            var claimedYears = number.Own.Years.IsEmpty ? number.Inherited.Years : number.Own.Years;
            var backingYears = backing.Own.Years.IsEmpty ? backing.Inherited.Years.IsEmpty ? years : backing.Inherited.Years : backing.Own.Years;
            if (claimedYears.Length > 0 && backingYears.Count > 0 && !claimedYears.Any(backingYears.Contains))
                return Breach.Year;
        }
        return Groups.Any(group => !AgreeOn(group, number, backing)) ? Breach.Subject : null;
    }

    private bool AgreeOn(TraitGroup group, ShownNumber number, ShownNumber backing)
    {
        if (group == TraitGroup.Item && number.Kind != ShownKind.Amount)
            return true;
        var claimed = number.Own.Of(group).ToList();
        if (claimed.Count == 0 && group != TraitGroup.Item)
            claimed = [.. number.Inherited.Of(group).TakeLast(1)];
        if (claimed.Count == 0)
            return true;
        var known = backing.Own.Of(group).ToList();
        if (known.Count == 0)
            known = [.. backing.Inherited.Of(group)];
        // A record that is silent on it says it of no one; the resident's own case may be named beside it.
        return known.Count == 0 ? group != TraitGroup.Item && claimed.TrueForAll(evidence.WasSaid) : claimed.Exists(known.Contains);
    }

    /// <summary>A city's rule may be its province's; the whole country's is no one place's.</summary>
    internal static bool Agree(Region one, Region other) =>
        one == other || (one.Level != RegionLevel.Nation && other.Level != RegionLevel.Nation && (one.LiesIn(other) || other.LiesIn(one)));

    /// <summary>全额资助 does not back 全额报销: the word must stand with its neighbours on one side.</summary>
    private bool IsTold(Match word, string sentence)
    {
        var (start, end) = (word.Index, word.Index + word.Length);
        var before = sentence[Math.Max(0, start - Neighbours)..end];
        var after = sentence[start..Math.Min(sentence.Length, end + Neighbours)];
        return (before.Length > word.Length && evidence.Text.Contains(before, StringComparison.Ordinal))
            || (after.Length > word.Length && evidence.Text.Contains(after, StringComparison.Ordinal));
    }

    private bool IsStrangeStreet(string text) => Street.Matches(text).Any(street => !evidence.Text.Contains(street.Value, StringComparison.Ordinal));

    [GeneratedRegex("免费|免缴|免交|不用[交缴]钱|不要钱|全额|全部报销|全报|百分百|全免|不封顶|无上限|没有上限|翻倍|翻番|双倍|减半|一半|大半|多半|月底|月初|月末|年底|年初|年末|季末|周末|下个月|上个月|本月|这个月|明天|后天|昨天|下周|上旬|中旬|下旬|free of charge|fully|unlimited|half|double|tomorrow|(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)(?![a-z])")]
    private static partial Regex FigureWords { get; }

    [GeneratedRegex("[一-鿿]{2,8}(?:大道|路|街|巷)[0-9一二三四五六七八九十百]+号|(?:地址|位于)[是为在：:]?[一-鿿0-9]{2,12}")]
    private static partial Regex Street { get; }

    [GeneratedRegex("您说|您提到|您问|你说|你提到|您听说|you said|you mentioned")]
    private static partial Regex OwnWords { get; }

    [GeneratedRegex("一年|每年|/年|年度")]
    private static partial Regex PerYear { get; }

    [GeneratedRegex("分别|依次|respectively")]
    private static partial Regex Respectively { get; }
}

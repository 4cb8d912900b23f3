using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using static MedBot.LanguageModel.Fence.NumberPatterns;

namespace MedBot.LanguageModel.Fence;

/// <summary>
/// Reads what a sentence claims: its numbers in every spelling with bound and unit, and what each is said of. The same
/// reading is done of a model's sentences and of the answers that must back them. Thread-safe.
/// </summary>
internal sealed class SentenceReader(FenceVocabulary vocabulary, DateOnly today)
{
    /// <summary>The same lines of records back many turns.</summary>
    private const int MostKept = 5000;

    private static readonly (Regex Words, Bound Means)[] BoundsBefore = [(AtMostBefore, Bound.AtMost), (AtLeastBefore, Bound.AtLeast), (AboutBefore, Bound.About)];

    private readonly ConcurrentDictionary<string, ReadSentence> _kept = new(StringComparer.Ordinal);

    /// <summary>Takes the place of what has been read.</summary>
    private const char Read = '\u0001';

    private static readonly SearchValues<char> Stops = SearchValues.Create("，；。、,;");

    /// <summary>Reads a line that may come again.</summary>
    public ReadSentence OfRecord(string sentence)
    {
        if (_kept.TryGetValue(sentence, out var read))
            return read;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept[sentence] = Of(sentence);
    }

    public ReadSentence Of(string sentence)
    {
        var letters = vocabulary.Fold(sentence);
        var folded = new string(letters);
        var mentions = new Mentions();
        Blank(Address, letters);
        FindPlaces(letters, mentions);
        foreach (var (start, length, word) in TraitWords.In(new string(letters)))
        {
            mentions.Words.Add((start, word));
            if (word.Group == TraitGroup.Level)
                Blank(letters, start, length);
        }
        Blank(Marker, letters);
        Blank(Idiom, letters);
        FindRelativeYears(letters, mentions);

        var found = new List<Found>();
        FindDays(letters, found);
        FindHyphened(letters, found);
        var unreadable = FindAmounts(letters, found);
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        foreach (var year in found.Where(one => one.Kind == ShownKind.Year))
            mentions.Years.Add((year.Start, (int)year.Value));
        var shown = new List<ShownNumber>(found.Count);
        for (var i = 0; i < found.Count; i++)
            shown.Add(Shown(found, i, letters, folded, mentions, i > 0 ? shown[i - 1].Bound : Bound.Exact));
        return new ReadSentence(
            shown,
            [.. mentions.Places.Select(place => place.Regions)],
            [.. mentions.Years.Select(year => year.Year)],
            [.. mentions.Words.Select(word => word.Word)],
            folded,
            unreadable);
    }

    private static ShownNumber Shown(List<Found> found, int index, char[] letters, string folded, Mentions mentions, Bound before)
    {
        var number = found[index];
        var from = index == 0 ? 0 : found[index - 1].End;
        var to = index + 1 < found.Count ? found[index + 1].Start : letters.Length;
        var ahead = folded.AsSpan(number.End, to - number.End).IndexOfAny(Stops) is >= 0 and var stop ? number.End + stop : to;
        var own = mentions.Between(from, number.Start, number.End, ahead);
        // 至少85%、75%、65% and 约50%–90%: the word before the first holds for those joined to it.
        var bound = BoundOf(number, folded, from, to);
        if (bound == Bound.Exact && number.IsJoined)
            bound = before;
        return new ShownNumber(number.Kind, number.Value, number.Unit, folded[number.Start..number.End], bound, own, mentions.Between(0, from, from, from));
    }

    private static Bound BoundOf(Found number, string folded, int from, int to)
    {
        var before = folded[Math.Max(from, number.Start - 12)..number.Start];
        var after = folded[number.End..Math.Min(to, number.End + 6)];
        if (AtLeastAfter.IsMatch(after))
            return Bound.AtLeast;
        if (AtMostAfter.IsMatch(after))
            return Bound.AtMost;
        if (AboutAfter.IsMatch(after))
            return Bound.About;
        // 年度限额约5000元 is about, whatever a limit is: the word nearest to the number binds it.
        var (bound, nearest) = (number is { IsRange: true, IsJoined: false } ? Bound.Range : Bound.Exact, -1);
        foreach (var (words, means) in BoundsBefore)
        {
            if (words.Match(before) is { Success: true, Index: var at } && at > nearest)
                (bound, nearest) = (means, at);
        }
        return bound;
    }

    private void FindPlaces(char[] letters, Mentions mentions)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (vocabulary.PlaceAt(letters, i, out var length) is { IsEmpty: false } places)
            {
                mentions.Places.Add((i, places));
                Blank(letters, i, length);
                i += length - 1;
            }
        }
        foreach (var nation in Nation.EnumerateMatches(letters))
            mentions.Places.Add((nation.Index, [Region.Nation]));
    }

    private void FindRelativeYears(char[] letters, Mentions mentions)
    {
        foreach (var match in RelativeYear.EnumerateMatches(new string(letters)))
        {
            mentions.Years.Add((match.Index, letters[match.Index] switch
            {
                '去' or '上' or 'l' => today.Year - 1,
                '明' or '下' or '来' or 'n' => today.Year + 1,
                '后' => today.Year + 2,
                '前' => today.Year - 2,
                _ => today.Year,
            }));
            Blank(letters, match.Index, match.Length);
        }
    }

    private static void FindDays(char[] letters, List<Found> found)
    {
        foreach (Match match in Day.Matches(new string(letters)))
        {
            int? year = Part(match, "y"), month = Part(match, "m"), day = Part(match, "d");
            var (kind, value) = (year, month, day) switch
            {
                ({ } y, { } m, { } d) => (ShownKind.Date, (y * 10_000) + (m * 100) + d),
                ({ } y, { } m, null) => (ShownKind.YearMonth, (y * 100) + m),
                (null, { } m, { } d) => (ShownKind.MonthDay, (m * 100) + d),
                (null, { } m, null) => (ShownKind.Month, m),
                ({ } y, _, _) => (ShownKind.Year, y),
                _ => (ShownKind.Year, 0),
            };
            found.Add(new Found(match.Index, match.Index + match.Length, kind, value, ""));
            Blank(letters, match.Index, match.Length);
        }
        foreach (Match match in EnglishDay.Matches(new string(letters)))
        {
            var month = "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(match.Groups["m"].Value[..3], StringComparison.Ordinal) / 3 + 1;
            int? year = Part(match, "y"), day = Part(match, "d");
            var (kind, value) = (year, day) switch
            {
                ({ } y, { } d) => (ShownKind.Date, (y * 10_000) + (month * 100) + d),
                ({ } y, null) => (ShownKind.YearMonth, (y * 100) + month),
                (null, { } d) => (ShownKind.MonthDay, (month * 100) + d),
                _ => (ShownKind.Month, month),
            };
            found.Add(new Found(match.Index, match.Index + match.Length, kind, value, ""));
            Blank(letters, match.Index, match.Length);
        }
    }

    private static int? Part(Match match, string group)
    {
        if (match.Groups[group] is not { Success: true, Value: var text })
            return null;
        return Numeral.Read(text, 0, out _) is { } value ? (int)value : 0;
    }

    private static void FindHyphened(char[] letters, List<Found> found)
    {
        foreach (Match match in Telephone.Matches(new string(letters)))
        {
            found.Add(new Found(match.Index, match.Index + match.Length, ShownKind.Digits, 0, ""));
            Blank(letters, match.Index, match.Length);
        }
    }

    /// <summary>All numbers that are left. What was no single number comes back.</summary>
    private static string? FindAmounts(char[] letters, List<Found> found)
    {
        string? unreadable = Vague.Match(new string(letters)) is { Success: true } vague ? vague.Value : null;
        for (var i = 0; i < letters.Length; i++)
        {
            if (!Numeral.Starts(letters[i]))
                continue;
            var value = Numeral.Read(letters, i, out var end);
            if (value is null)
                unreadable ??= new string(letters, i, end - i);
            found.Add(WithUnit(letters, i, end, value ?? -1));
            i = found[^1].End - 1;
        }
        Join(letters, found);
        return unreadable;
    }

    private static Found WithUnit(char[] letters, int start, int end, decimal value)
    {
        var rest = new string(letters, end, Math.Min(16, letters.Length - end));
        if (start >= 3 && new string(letters, start - 3, 3) == "百分之")
            return new Found(start - 3, end, ShownKind.Amount, value, "%");
        if (rest.StartsWith('成') && !rest.StartsWith("成为", StringComparison.Ordinal))
        {
            // 九成五 is 95%.
            var more = rest.Length > 1 && Numeral.Starts(rest[1]) ? Numeral.Read(rest, 1, out _) ?? 0 : 0;
            return new Found(start, end + (more > 0 ? 2 : 1), ShownKind.Amount, (value * 10) + (more < 1 ? more * 10 : more), "%");
        }
        var match = Unit.Match(rest);
        var unit = match.Success ? NameOf(match.Value.Trim()) : "";
        var stop = end + (match.Success ? match.Length : 0);
        if (unit == "年" && value is >= 1900 and <= 2200)
            return new Found(start, stop, ShownKind.Year, value, "");
        if (unit.Length == 0 && value is >= 1990 and <= 2100 && end - start == 4)
            return new Found(start, stop, ShownKind.Year, value, "");
        // 每多断一年 is no year that somebody waits.
        if (unit is "年" or "个月" or "天" or "次" && letters.AsSpan(Math.Max(0, start - 4), Math.Min(4, start)).Contains('每'))
            unit = "每" + unit;
        // 一半 is half of it all, 半年 half of twelve months.
        return value == 0.5m && unit == "年" ? new Found(start, stop, ShownKind.Amount, 6, "个月") : new Found(start, stop, ShownKind.Amount, value, unit);
    }

    private static string NameOf(string unit) => unit switch
    {
        "块" or "块钱" or "圆" or "rmb" or "cny" or "yuan" or "元钱" => "元",
        "％" or "percent" or "per cent" or "percentage points" or "个百分点" => "%",
        "日" or "day" or "days" => "天",
        "月" or "个月" or "month" or "months" => "个月",
        "year" or "years" => "年",
        "周岁" => "岁",
        _ => unit,
    };

    private static void Join(char[] letters, List<Found> found)
    {
        var amounts = found.Where(one => one.Kind == ShownKind.Amount).OrderBy(one => one.Start).ToList();
        for (var i = 1; i < amounts.Count; i++)
        {
            var (low, high) = (amounts[i - 1], amounts[i]);
            var between = new string(letters, low.End, high.Start - low.End);
            if (RangeMark.IsMatch(between))
            {
                found[found.IndexOf(low)] = amounts[i - 1] = low with { IsRange = true, Unit = low.Unit.Length == 0 ? high.Unit : low.Unit };
                found[found.IndexOf(high)] = amounts[i] = high with { IsRange = true, IsJoined = true };
            }
            else if (ListMark.IsMatch(between) && low.Unit == high.Unit)
            {
                found[found.IndexOf(high)] = amounts[i] = high with { IsJoined = true };
            }
        }
    }

    private static void Blank(Regex what, char[] letters)
    {
        foreach (var match in what.EnumerateMatches(new string(letters)))
            Blank(letters, match.Index, match.Length);
    }

    private static void Blank(char[] letters, int start, int length) => letters.AsSpan(start, length).Fill(Read);

    private sealed record Found(int Start, int End, ShownKind Kind, decimal Value, string Unit)
    {
        public bool IsRange { get; init; }

        /// <summary>True when the number before leads a range or list that this one goes on.</summary>
        public bool IsJoined { get; init; }
    }

    private sealed class Mentions
    {
        public List<(int Start, ImmutableArray<Region> Regions)> Places { get; } = [];

        public List<(int Start, int Year)> Years { get; } = [];

        public List<(int Start, TraitWord Word)> Words { get; } = [];

        /// <summary>What stands in the first stretch, and of what that one lacks, in the second.</summary>
        public Traits Between(int from, int to, int thenFrom, int thenTo)
        {
            var words = Words.Where(word => word.Start >= from && word.Start < to).OrderBy(word => word.Start).Select(word => word.Word).ToList();
            words.AddRange(Words.Where(word => word.Start >= thenFrom && word.Start < thenTo && !words.Exists(one => one.Group == word.Word.Group)).Select(word => word.Word).ToList());
            // The item nearest to the number is the one it is the number of.
            if (words.FindLastIndex(word => word.Group == TraitGroup.Item) is >= 0 and var nearest)
            {
                var item = words[nearest];
                words.RemoveAll(word => word.Group == TraitGroup.Item && word != item);
            }
            return new Traits(
                [.. Places.Where(place => place.Start >= from && place.Start < to).SelectMany(place => place.Regions)],
                [.. Years.Where(year => year.Start >= from && year.Start < to).Select(year => year.Year)],
                [.. words.Distinct()]);
        }
    }
}

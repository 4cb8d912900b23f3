using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Records;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Places;

/// <summary>Finds the names of places in a text: longest first, from left to right, none inside another word.</summary>
internal sealed class PlaceFinder
{
    /// <summary>What follows a name that ends in 区, 县 or 市 and makes that ending part of the next word: 河北区别.</summary>
    private const string TakesTheSuffix = "别域分间块场面";

    /// <summary>What is counted by numerals and begins names of places: 天水, 元氏, 万年, 次….</summary>
    private const string Counted = "天元万年月日百千";

    private static readonly string[] Inhabitants = ["居民", "人", "同胞", "户籍", "户口", "籍", "身份", "学生"];

    private static readonly string[] Here = ["内地", "大陆", "国内", "这边", "这里", "本地", "当地"];

    private const string Numerals = "0123456789一二两三四五六七八九十百千几半多";

    /// <summary>What makes 上 or 下 begin the next word: 昆山上班, 黄山上学.</summary>
    private const string Goes = "班学幼初高大小岗户医";

    /// <summary>What makes the word before it a place.</summary>
    private static readonly string[] Sides = ["这边", "那边", "这里", "那里", "这块", "那块", "人"];

    /// <summary>What makes the word that opens a message a place: 阳春医保几时开始收.</summary>
    private static readonly string[] Insurance = ["医保", "居民医保", "医疗救助", "合作医疗"];

    /// <summary>Characters before a bare county name that a word can end with there: 在, 是, 的 ….</summary>
    private const string OpensBefore = "在是去从到的和那们家住于我咱俺换年与跟及回来问查下好说给询过往由自籍口地得对进归属壁你他她嘛呢吗个系喺落";

    /// <summary>Characters behind a bare county name that make it one wherever it stands.</summary>
    private const string ClosesBehind = "的人医居农县市区这那呢户";

    private readonly WordTrie<PlaceName> _names;
    private readonly WordTrie<bool> _notPlaces;
    private readonly WordTrie<bool> _otherWords;
    private readonly WordTrie<bool> _neverBefore;
    private readonly WordTrie<string> _notCovered;

    /// <summary>Words behind which somebody tells where home is: 医保在, 老家是.</summary>
    private readonly ImmutableArray<string> _homes;

    /// <param name="regions">The country's places.</param>
    /// <param name="words">What staff say about their names.</param>
    /// <param name="others">Other words of the lexicon; a place name that starts inside one of them (惠民 in 惠民保, 保定 in 医保定点) is none.</param>
    /// <param name="homes">Words behind which somebody tells where home is.</param>
    public PlaceFinder(RegionDirectory regions, PlaceWords words, IEnumerable<string> others, IEnumerable<string> homes)
    {
        _homes = [.. homes];
        _names = new WordTrie<PlaceName>(PlaceNames.All(regions, words).Select(name => (name.Name, name)));
        _notPlaces = new WordTrie<bool>(words.NotPlaces.Select(word => (word, true)));
        _otherWords = new WordTrie<bool>(others.Where(word => word.Length > 1 && !Names(word)).Select(word => (word, true)));
        _neverBefore = new WordTrie<bool>(words.NeverBefore.Select(word => (word, true)));
        _notCovered = new WordTrie<string>(words.NotCovered.Select(word => (word, word)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ImmutableArray<PlaceMention> Find(NormalText normal, bool isAsked)
    {
        var text = normal.Text;
        var mentions = ImmutableArray.CreateBuilder<PlaceMention>();
        for (var i = 0; i < text.Length;)
        {
            var skipped = _notPlaces.LongestAt(text, i).Length;
            if (skipped == 0)
            {
                var mention = MentionAt(normal, i, mentions.Count == 0 ? null : mentions[^1], isAsked);
                skipped = _otherWords.LongestAt(text, i).Length;
                if (mention is not null && mention.Length >= skipped)
                {
                    mentions.Add(mention);
                    i = mention.End;
                    continue;
                }
            }
            i += Math.Max(skipped, 1);
        }
        return mentions.ToImmutable();
    }

    /// <summary>A place that no record can speak for (香港), as the text names it; null when none is named.</summary>
    public (int Start, int Length)? FindNotCovered(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (_notCovered.LongestAt(text, i).Length is > 0 and var length && !IsOrigin(text, i + length))
                return (i, length);
        }
        return null;
    }

    /// <summary>香港居民在内地: who comes from there asks about here.</summary>
    private static bool IsOrigin(string text, int behind) =>
        Inhabitants.Any(word => text.AsSpan(behind).StartsWith(word)) && Here.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether a word is itself a place name.</summary>
    private bool Names(string word) => _names.LongestAt(word, 0).Length == word.Length;

    private PlaceMention? MentionAt(NormalText normal, int start, PlaceMention? before, bool isAsked)
    {
        var text = normal.Text;
        PlaceMention? longest = null;
        foreach (var (length, names) in _names.At(text, start))
        {
            var end = start + length;
            if (_neverBefore.LongestAt(text, end).Length is > 0 and var another && _otherWords.LongestAt(text, end).Length <= another && !HasPartAt(text, end, names))
            {
                // 南京路 is no place at all, not even its shorter part; in 武汉大学生 the place goes before 大学生.
                longest = null;
                continue;
            }
            if (BelongsToItsNeighbours(text, start, end, names))
                continue;
            if (text[end - 1] is '区' or '县' or '市' && end < text.Length && TakesTheSuffix.Contains(text[end], StringComparison.Ordinal) && length > 2)
                continue;
            var candidates = Candidates(names, before is { } parent && parent.End == start ? parent : null);
            // An everyday word is a place where one was asked for: 泰和, 桃源 常德的.
            if (candidates.IsEmpty && isAsked && StandsFree(normal, start, end) && Ends(normal, end))
                candidates = Outermost([.. names.Select(name => name.Region).Distinct()]);
            else if (candidates.IsEmpty && names.Select(name => name.Region).Distinct().Count() == 1 && IsSpokenOfAsPlace(normal, start, end))
                candidates = [names[0].Region];
            if (candidates.Length > 0 && (before?.End == start || !names.All(name => name.IsBareCounty) || StandsFree(normal, start, end)))
                longest = new PlaceMention(start, length, candidates);
        }
        return longest;
    }

    /// <summary>三天水 counts days, and 交城里 speaks of the town: the short name is made of parts of its neighbours.</summary>
    private static bool BelongsToItsNeighbours(string text, int start, int end, IReadOnlyList<PlaceName> names) =>
        end - start == 2
        && ((Counted.Contains(text[start], StringComparison.Ordinal) && start > 0 && Numerals.Contains(text[start - 1], StringComparison.Ordinal))
            || (end < text.Length && text[end - 1] is '城' or '山' or '乡' or '河' && text[end] is '里' or '上' or '下' && !(end + 1 < text.Length && Goes.Contains(text[end + 1], StringComparison.Ordinal)) && names.All(name => name.IsBareCounty)));

    /// <summary>唐山路北区: what follows is a place inside, and not the road 唐山路.</summary>
    private bool HasPartAt(string text, int at, IReadOnlyList<PlaceName> names)
    {
        foreach (var (length, parts) in _names.At(text, at))
        {
            if (length > 2 && parts.Any(part => names.Any(name => part.Region.Code != name.Region.Code && part.Region.LiesIn(name.Region))))
                return true;
        }
        return false;
    }

    /// <summary>Whether a bare county name stands where a word can stand, and not across two words (高要 in 尿酸高要忌口).</summary>
    private static bool StandsFree(NormalText normal, int start, int end) =>
        start == 0
        || !char.IsLetter(normal.Text[start - 1])
        || normal.IsSpacedBefore(start)
        || OpensBefore.Contains(normal.Text[start - 1], StringComparison.Ordinal)
        || (end < normal.Text.Length && ClosesBehind.Contains(normal.Text[end], StringComparison.Ordinal));

    /// <summary>我大方的, 公安这边, 医保在光山: an everyday word that is spoken of as a place.</summary>
    private bool IsSpokenOfAsPlace(NormalText normal, int start, int end)
    {
        var text = normal.Text;
        var opens = start == 0 || !char.IsLetterOrDigit(text[start - 1]) || normal.IsSpacedBefore(start) || text[start - 1] is '是' or '系' or '喺' or '在' or '我' or '俺' or '咱' or '们' or '家';
        if (StandsBehindHome(text.AsSpan(0, start)) && Ends(normal, end))
            return true;
        if (start == 0 && Insurance.Any(word => text.AsSpan(end).StartsWith(word)))
            return true;
        return opens && (Sides.Any(side => text.AsSpan(end).StartsWith(side)) || (end < text.Length && text[end] == '的' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]) || normal.IsSpacedBefore(end + 1))));
    }

    private bool StandsBehindHome(ReadOnlySpan<char> before)
    {
        foreach (var home in _homes)
        {
            if (before.EndsWith(home))
                return true;
        }
        return false;
    }

    /// <summary>Whether a name ends where a word can end.</summary>
    private static bool Ends(NormalText normal, int end) =>
        end == normal.Text.Length || !char.IsLetter(normal.Text[end]) || normal.IsSpacedBefore(end) || ClosesBehind.Contains(normal.Text[end], StringComparison.Ordinal);

    private static ImmutableArray<Region> Candidates(IReadOnlyList<PlaceName> names, PlaceMention? before)
    {
        var inside = before is null ? [] : names.Select(name => name.Region).Where(region => before.Candidates.Any(region.LiesIn)).Distinct().ToImmutableArray();
        if (inside.Length > 0)
            return Outermost(inside);
        // Staff's own list of what a name may mean goes before what the map says.
        var nicknamed = names.Where(name => name.Form == NameForm.Nickname).Select(name => name.Region).Distinct().ToImmutableArray();
        if (nicknamed.Length > 0)
            return nicknamed;
        return Outermost([.. names.Where(name => name.Form == NameForm.Plain).Select(name => name.Region).Distinct()]);
    }

    /// <summary>Of places with one name, the highest layer when it is alone there (大理州 before 大理市, 海南省 before 海南州).</summary>
    private static ImmutableArray<Region> Outermost(ImmutableArray<Region> regions)
    {
        if (regions.Length < 2)
            return regions;
        var highest = regions.Min(region => region.Level);
        var top = regions.Where(region => region.Level == highest).ToImmutableArray();
        return highest < RegionLevel.County ? top : regions;
    }
}

using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Places;

/// <summary>Reads from the words beside each place what it is to the resident: where insured, treated, moving to, or living.</summary>
internal sealed class PlaceRoleReader
{
    private const string File = "lexicon/place-roles.yaml";

    /// <summary>Where one comes from; a place named with it need not be where one lives.</summary>
    private const string Origin = "老家";

    /// <summary>Stands before the place that somebody goes back to.</summary>
    private const char Back = '回';

    /// <summary>What somebody goes somewhere for, to be insured there.</summary>
    private const string Joining = "参保";

    /// <summary>Characters between two places of one list: 阿克苏和哈密.</summary>
    private const int Listed = 2;

    private const string InsuredGroup = "参保在";

    private const string HomeGroup = "家在";

    private readonly WordTrie<bool> _familyAtHome;
    private readonly WordTrie<bool> _forFamily;
    private readonly WordTrie<bool> _insuredBefore;
    private readonly WordTrie<bool> _insuredBehind;
    private readonly WordTrie<bool> _homeBefore;
    private readonly WordTrie<bool> _homeBehind;
    private readonly WordTrie<bool> _originBehind;
    private readonly WordTrie<bool> _familyIn;
    private readonly WordTrie<bool> _othersIn;
    private readonly WordTrie<bool> _movesTo;
    private readonly WordTrie<bool> _moveVerbs;
    private readonly WordTrie<bool> _goesTo;
    private readonly WordTrie<bool> _staysAt;
    private readonly WordTrie<bool> _careBehind;
    private readonly WordTrie<bool> _livesBehind;
    private readonly WordTrie<bool> _hereWords;
    private readonly WordTrie<bool> _caredIn;
    private readonly WordTrie<bool> _homeCare;
    private readonly WordTrie<bool> _forMe;
    private readonly WordTrie<bool> _livesWith;

    /// <param name="groups">The words of the staff.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group of words is missing.</exception>
    public PlaceRoleReader(ImmutableArray<WordGroup> groups, Normaliser normaliser)
    {
        var words = new StaffWords(groups, File, normaliser);
        _familyAtHome = words.TrieOf("老家的事");
        _forFamily = words.TrieOf("替家里人");
        _caredIn = words.TrieOf("看病在");
        _homeCare = words.TrieOf("回家看病");
        _forMe = words.TrieOf("别人替我");
        _livesWith = words.TrieOf("跟儿女住");
        _insuredBefore = words.TrieOf(InsuredGroup);
        _insuredBehind = words.TrieOf("的医保");
        _homeBefore = words.TrieOf(InsuredGroup, HomeGroup);
        _homeBehind = words.TrieOf("的医保", "的户口", "的人");
        _originBehind = words.TrieOf("的人");
        _familyIn = words.TrieOf("家人在");
        _othersIn = words.TrieOf("儿女在");
        _movesTo = words.TrieOf("转到");
        _moveVerbs = words.TrieOf("转移");
        _goesTo = words.TrieOf("去");
        _staysAt = words.TrieOf("人在");
        _careBehind = words.TrieOf("看病");
        _livesBehind = words.TrieOf("过日子");
        _hereWords = words.TrieOf("这边");
    }

    /// <summary>Words of the staff behind which somebody tells where they are insured or at home: 医保在, 老家是.</summary>
    public static IEnumerable<string> HomeWords(ImmutableArray<WordGroup> groups) => groups.Named(InsuredGroup, File).Words.Concat(groups.Named(HomeGroup, File).Words);

    /// <param name="text">The normal text.</param>
    /// <param name="mentions">Its places.</param>
    /// <param name="knowsHome">True when a place of insurance is remembered.</param>
    /// <param name="speaksOfElsewhere">True when the text speaks of care elsewhere (异地, 备案, 转院).</param>
    public PlaceRoles Assign(NormalText text, ImmutableArray<PlaceMention> mentions, bool knowsHome, bool speaksOfElsewhere)
    {
        if (mentions.Length == 0)
            return new PlaceRoles([], null, false);
        // 儿子在青海，我是沁县的: where others of the family live is not what is asked about.
        if (mentions.Length > 1 && mentions.RemoveAll(mention => EndsBefore(_othersIn, text, mention.Start) && !EndsBefore(_livesWith, text, mention.Start)) is { Length: > 0 } own)
            mentions = own;
        // 我儿子在广州给我交的: where he is says nothing of the resident.
        if (mentions.Length == 1 && EndsBefore(_othersIn, text, mentions[0].Start) && _forMe.StandsIn(text.Text.AsSpan(mentions[0].End)))
            return new PlaceRoles([], null, false);
        // 在永康上班 户口也落永康: one place for everything.
        if (mentions.Length > 1 && mentions.All(mention => mention.Candidates.SequenceEqual(mentions[0].Candidates)))
            return new PlaceRoles([mentions[0]], null, false);
        var moves = mentions.FirstOrDefault(mention => IsMoveTarget(text, mention, mentions));
        if (moves is not null)
            return new PlaceRoles(mentions.Remove(moves), moves, false);
        var home = mentions.FirstOrDefault(mention => EndsBefore(_insuredBefore, text, mention.Start))
            ?? mentions.FirstOrDefault(mention => (EndsBefore(_homeBefore, text, mention.Start) && !EndsBefore(_livesWith, text, mention.Start)) || IsFamilyHome(text, mention))
            ?? mentions.FirstOrDefault(mention => FollowsAt(_homeBehind, text, mention.End) && !(EndsBefore(_staysAt, text, mention.Start) && text.Text.AsSpan(mention.End).StartsWith(Origin)));
        var others = mentions.Where(mention => mention != home);
        var isElsewhere = mentions.Length > 1 || knowsHome || speaksOfElsewhere || text.Text.Contains(Origin, StringComparison.Ordinal);
        // 上海看病 江西的医保能用吗: beside a place of insurance, treatment is elsewhere.
        var care = others.FirstOrDefault(mention => IsCarePlace(text, mention, isElsewhere)) ?? (home is null ? null : others.FirstOrDefault(mention => StartsAt(_careBehind, text, mention.End)));
        if (care is not null)
            return Elsewhere(text, mentions, care, home);
        // 人在东莞，帮老家的爹妈交: the place of insurance is another one, and not said.
        if (home is null && mentions.Length == 1 && IsAboutHome(text, knowsHome) && (EndsBefore(_staysAt, text, mentions[0].Start) || LivesNear(text, mentions[0])))
            return new PlaceRoles([], mentions[0], false, IsAway: true);
        if (home is not null && others.FirstOrDefault(mention => IsStay(text, mention)) is { } stay)
            return Elsewhere(text, mentions, stay, home);
        var isInsuranceNamed = home is not null && (EndsBefore(_insuredBefore, text, home.Start) || FollowsAt(_insuredBehind, text, home.End));
        // 新疆摘棉花，太康的医保: where they are insured goes first.
        return new PlaceRoles(home is null || mentions.Any(other => other.End < home.Start && home.Start - other.End <= Listed) ? mentions : mentions.Remove(home).Insert(0, home), null, false) { IsInsuranceNamed = isInsuranceNamed };
    }

    /// <summary>人在东莞，帮老家的爹妈交; 我在上海 可以帮他们交吗 where it is known where they are insured.</summary>
    private bool IsAboutHome(NormalText text, bool knowsHome) =>
        _familyAtHome.StandsIn(text.Text) || (knowsHome && _forFamily.StandsIn(text.Text));

    /// <summary>True for 去广州, which names where somebody goes.</summary>
    public bool GoesTo(NormalText text, PlaceMention mention) => EndsBefore(_goesTo, text, mention.Start);

    /// <summary>True for 人在兰州, but not for 医保在兰州 and 家在兰州.</summary>
    public bool StaysAt(NormalText text, PlaceMention mention) => EndsBefore(_staysAt, text, mention.Start) && !EndsBefore(_homeBefore, text, mention.Start);

    /// <summary>True for 回老家住院, and for 回陆川县医院住 where Luchuan is the place of insurance that the text names.</summary>
    public bool IsCaredAtHome(NormalText text, PlaceMention? insured) =>
        _homeCare.StandsIn(text.Text) || (insured is not null && insured.Start > 0 && text.Text[insured.Start - 1] == Back && !EndsBefore(_movesTo, text, insured.Start));

    /// <summary>True for 在西安看的, but not for 医保在西安.</summary>
    public bool IsTreatedAt(NormalText text, PlaceMention mention) => StaysAt(text, mention) && StartsAt(_careBehind, text, mention.End);

    /// <summary>True for 在成都打工.</summary>
    public bool WorksAt(NormalText text, PlaceMention mention) => StaysAt(text, mention) && LivesNear(text, mention);

    private PlaceRoles Elsewhere(NormalText text, ImmutableArray<PlaceMention> mentions, PlaceMention place, PlaceMention? home)
    {
        var isCare = StartsAt(_careBehind, text, place.End) || EndsBefore(_caredIn, text, place.Start);
        var others = mentions.RemoveAll(mention => mention.Candidates.SequenceEqual(place.Candidates));
        return new PlaceRoles(others, place, isCare, IsHome(text, place, home), IsAway: !isCare);
    }

    /// <summary>我妈在信阳, but not 我妈在北京帮我带娃: who works or is treated there came from elsewhere.</summary>
    private bool IsFamilyHome(NormalText text, PlaceMention mention) =>
        EndsBefore(_familyIn, text, mention.Start) && !LivesNear(text, mention) && !StartsAt(_careBehind, text, mention.End);

    /// <summary>安徽人在石家庄打工, 在江苏上大学: where they live counts, unless they name where they are insured.</summary>
    private bool IsHome(NormalText text, PlaceMention lived, PlaceMention? insured) =>
        LivesNear(text, lived) && !(insured is null ? _familyAtHome : _forFamily).StandsIn(text.Text) && (insured is null || (FollowsAt(_originBehind, text, insured.End) && !EndsBefore(_insuredBefore, text, insured.Start)) || (!FollowsAt(_insuredBehind, text, insured.End) && !EndsBefore(_insuredBefore, text, insured.Start) && _hereWords.StandsIn(text.Text.AsSpan(lived.End))));

    /// <summary>转到石家庄, 从廊坊迁石家庄, 把医保从廊坊弄去石家庄.</summary>
    private bool IsMoveTarget(NormalText text, PlaceMention mention, ImmutableArray<PlaceMention> all)
    {
        if (EndsBefore(_movesTo, text, mention.Start) && !StartsAt(_careBehind, text, mention.End))
            return true;
        // 我要去上海参保了.
        if (EndsBefore(_goesTo, text, mention.Start) && text.Text.AsSpan(mention.End).StartsWith(Joining))
            return true;
        var before = all.LastOrDefault(other => other.End <= mention.Start);
        if (before is null || !EndsBefore(_goesTo, text, mention.Start))
            return false;
        var from = before.Start > 0 && text.Text[before.Start - 1] is '从' or '由' or '自';
        return from && (_moveVerbs.StandsIn(text.Text.AsSpan(before.End)) || mention.Start - before.End <= 2) && !StartsAt(_careBehind, text, mention.End);
    }

    private bool IsCarePlace(NormalText text, PlaceMention mention, bool isElsewhere)
    {
        // 去北京看病 is a journey whoever says it; 在北京看病 is one only for those who are insured somewhere else.
        var goes = EndsBefore(_goesTo, text, mention.Start);
        if ((isElsewhere && EndsBefore(_caredIn, text, mention.Start)) || EndsBefore(_livesWith, text, mention.Start))
            return true;
        if (!goes && !(isElsewhere && EndsBefore(_staysAt, text, mention.Start)))
            return false;
        return StartsAt(_careBehind, text, mention.End) || (isElsewhere && LivesNear(text, mention));
    }

    private bool IsStay(NormalText text, PlaceMention mention) =>
        EndsBefore(_staysAt, text, mention.Start) || EndsBefore(_goesTo, text, mention.Start) || LivesNear(text, mention);

    private bool LivesNear(NormalText text, PlaceMention mention)
    {
        for (var i = mention.End; i < Math.Min(text.Text.Length, mention.End + 4); i++)
        {
            if (StartsAt(_livesBehind, text, i))
                return true;
        }
        return false;
    }

    private static bool StartsAt(WordTrie<bool> words, NormalText text, int at) => words.LongestAt(text.Text, at).Length > 0;

    /// <summary>The same, without a blank between: 南京 医保在老家 names no insurance of Nanjing.</summary>
    private static bool FollowsAt(WordTrie<bool> words, NormalText text, int at) => !text.IsSpacedBefore(at) && StartsAt(words, text, at);

    private static bool EndsBefore(WordTrie<bool> words, NormalText text, int at)
    {
        for (var i = Math.Max(0, at - 5); i < at; i++)
        {
            foreach (var (length, _) in words.At(text.Text, i))
            {
                if (i + length == at && !IsParted(text, i, at))
                    return true;
            }
        }
        return false;
    }

    /// <summary>石家庄参保 在北京住院: 参保在 stands on both sides of a blank and is no word.</summary>
    private static bool IsParted(NormalText text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (text.IsSpacedBefore(i))
                return true;
        }
        return false;
    }
}

using System.Collections.Immutable;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Places;

/// <summary>What the places of a message are to the resident.</summary>
/// <param name="Insured">Places of insurance, or that are asked about, in order.</param>
/// <param name="Target">Where somebody moves to or is treated; null when nowhere else.</param>
/// <param name="IsCareTarget">True when the target is a place of treatment.</param>
/// <param name="IsAway">True when the target is only where the resident stays, away from a place of insurance that is not named.</param>
/// <param name="IsLivedIn">True when the resident lives at the target, so that it is the place of every question but those on care elsewhere and on moving.</param>
internal sealed record PlaceRoles(ImmutableArray<PlaceMention> Insured, PlaceMention? Target, bool IsCareTarget, bool IsLivedIn = false, bool IsAway = false)
{
    /// <summary>Characters between two places of one list: 阿克苏和哈密.</summary>
    private const int Listed = 2;

    private static readonly ImmutableArray<string> FamilyAtHome = ["老家医保", "老家的医保", "老家居民医保", "老家的居民医保", "老家的妈", "老家的爸", "老家的父母", "老家的爸妈", "老家的老人", "老家的娘", "老家的爹", "老家爸妈", "老家父母", "老家老人", "给老家", "帮老家", "老家交的", "家里居民医保", "家里医保", "屋里居民医保", "屋里医保", "家里还交", "老家还交"];
    private static readonly WordTrie<bool> HereWords = Trie("这边", "这里", "本地", "当地", "此地", "现居地", "居住地");
    private static readonly WordTrie<bool> OriginBehind = Trie("人", "的人");

    private static readonly WordTrie<bool> MovesTo = Trie("转到", "转去", "转往", "转入", "转回", "转至", "迁到", "迁去", "迁入", "迁回", "搬到", "搬去", "换到", "改到", "变更到", "变更为", "移到", "挪到", "弄到", "调到", "转", "迁");
    private static readonly WordTrie<bool> MoveVerbs = Trie("转", "迁", "搬", "换", "改", "移", "挪", "变更", "过户", "弄", "调");
    private static readonly WordTrie<bool> GoesTo = Trie("去", "到", "上", "来", "跑", "去到", "跑到", "送到", "前往", "转院到", "转诊到", "转院去", "往");
    private static readonly WordTrie<bool> StaysAt = Trie("在", "住在", "人在", "现在在", "目前在", "现居", "住", "常住", "定居");
    private static readonly WordTrie<bool> CareBehind = Trie("三级医院", "二级医院", "一级医院", "三级", "二级", "看病", "看", "住院", "就医", "就诊", "治", "治病", "做手术", "手术", "开刀", "动手术", "看医生", "求医", "大医院", "的大医院", "的医院", "医院", "三甲", "的三甲", "检查", "化疗", "放疗", "生孩子", "生娃", "复查", "住呢", "瞧病", "睇病", "睇医生", "急诊", "协和", "门诊", "买药", "那边看", "那边住院");
    private static readonly WordTrie<bool> LivesBehind = Trie("打工", "上班", "工作", "干活", "务工", "做工", "带孙子", "带孙女", "带外孙", "带孩子", "带娃", "带小孩", "看孩子", "看娃", "陪读", "读书", "上学", "读大学", "上大学", "做生意", "养老", "居住", "生活", "定居", "长期", "常住", "租房", "厂里", "工厂", "厂子");
    private static readonly WordTrie<bool> InsuredBefore = Trie("老家", "老家在", "老家是", "户口", "户口在", "参保地", "参保地在", "参保在", "参保是", "医保在", "保险在", "交在", "医保交在");
    private static readonly WordTrie<bool> InsuredBehind = Trie("医保", "的医保", "居民医保", "的居民医保", "屋里的医保", "家里的医保", "老家的医保", "屋头的医保", "屋头医保", "屋里医保", "参保", "参的保");
    private static readonly WordTrie<bool> HomeBefore = Trie("户口", "户口在", "户籍", "户籍在", "老家", "老家在", "老家是", "参保地", "参保地在", "参保地是", "参保是", "参保在", "医保在", "医保是", "保险在", "我是", "咱是", "俺是", "买的是", "交的是", "交在", "家在", "家是", "医保交在");
    private static readonly WordTrie<bool> FamilyIn = Trie("爸妈在", "父母在", "爸爸在", "妈妈在", "我妈在", "我爸在", "老人在", "爷爷在", "奶奶在", "公婆在", "岳父在", "岳母在", "婆婆在");
    private static readonly WordTrie<bool> HomeBehind = Trie("人", "的人", "户口", "的户口", "户籍", "老家", "参保", "交的", "买的", "缴的", "医保", "的医保", "居民医保", "的居民医保", "居民", "农村", "办的", "参的", "参的保", "屋里的医保", "家里的医保", "老家的医保", "屋头的医保", "那边的医保", "交的医保", "买的医保", "参保的");

    /// <param name="text">The normal text.</param>
    /// <param name="mentions">Its places.</param>
    /// <param name="knowsHome">True when a place of insurance is remembered.</param>
    /// <param name="speaksOfElsewhere">True when the text speaks of care elsewhere (异地, 备案, 转院).</param>
    public static PlaceRoles Assign(NormalText text, ImmutableArray<PlaceMention> mentions, bool knowsHome, bool speaksOfElsewhere)
    {
        if (mentions.Length == 0)
            return new PlaceRoles([], null, false);
        // 在永康上班 户口也落永康: one place for everything.
        if (mentions.Length > 1 && mentions.All(mention => mention.Candidates.SequenceEqual(mentions[0].Candidates)))
            return new PlaceRoles([mentions[0]], null, false);
        var moves = mentions.FirstOrDefault(mention => IsMoveTarget(text, mention, mentions));
        if (moves is not null)
            return new PlaceRoles(mentions.Remove(moves), moves, false);
        var home = mentions.FirstOrDefault(mention => EndsBefore(InsuredBefore, text, mention.Start))
            ?? mentions.FirstOrDefault(mention => EndsBefore(HomeBefore, text, mention.Start) || IsFamilyHome(text, mention))
            ?? mentions.FirstOrDefault(mention => StartsAt(HomeBehind, text, mention.End) && !(EndsBefore(StaysAt, text, mention.Start) && text.Text.AsSpan(mention.End).StartsWith("老家")));
        var others = mentions.Where(mention => mention != home);
        var isElsewhere = mentions.Length > 1 || knowsHome || speaksOfElsewhere || text.Text.Contains("老家", StringComparison.Ordinal);
        var care = others.FirstOrDefault(mention => IsCarePlace(text, mention, isElsewhere));
        if (care is not null)
            return Elsewhere(text, mentions, care, home);
        // 人在东莞，帮老家的爹妈交: the place of insurance is another one, and not said.
        if (home is null && mentions.Length == 1 && FamilyAtHome.Any(word => text.Text.Contains(word, StringComparison.Ordinal)) && (EndsBefore(StaysAt, text, mentions[0].Start) || LivesNear(text, mentions[0])))
            return new PlaceRoles([], mentions[0], false, IsAway: true);
        if (home is not null && others.FirstOrDefault(mention => IsStay(text, mention)) is { } stay)
            return Elsewhere(text, mentions, stay, home);
        // 新疆摘棉花，太康的医保: where they are insured goes first.
        return new PlaceRoles(home is null || mentions.Any(other => other.End < home.Start && home.Start - other.End <= Listed) ? mentions : mentions.Remove(home).Insert(0, home), null, false);
    }

    private static PlaceRoles Elsewhere(NormalText text, ImmutableArray<PlaceMention> mentions, PlaceMention place, PlaceMention? home)
    {
        var isCare = StartsAt(CareBehind, text, place.End);
        var others = mentions.RemoveAll(mention => mention.Candidates.SequenceEqual(place.Candidates));
        return new PlaceRoles(others, place, isCare, IsHome(text, place, home), IsAway: !isCare);
    }

    /// <summary>我妈在信阳, but not 我妈在北京帮我带娃: who works or is treated there came from elsewhere.</summary>
    private static bool IsFamilyHome(NormalText text, PlaceMention mention) =>
        EndsBefore(FamilyIn, text, mention.Start) && !LivesNear(text, mention) && !StartsAt(CareBehind, text, mention.End);

    /// <summary>安徽人在石家庄打工, 在江苏上大学: where they live counts, unless they name where they are insured.</summary>
    private static bool IsHome(NormalText text, PlaceMention lived, PlaceMention? insured) =>
        LivesNear(text, lived) && (insured is null || (StartsAt(OriginBehind, text, insured.End) && !EndsBefore(InsuredBefore, text, insured.Start)) || (!StartsAt(InsuredBehind, text, insured.End) && !EndsBefore(InsuredBefore, text, insured.Start) && Contains(HereWords, text, lived.End, text.Text.Length)));

    /// <summary>转到石家庄, 从廊坊迁石家庄, 把医保从廊坊弄去石家庄.</summary>
    private static bool IsMoveTarget(NormalText text, PlaceMention mention, ImmutableArray<PlaceMention> all)
    {
        if (EndsBefore(MovesTo, text, mention.Start) && !StartsAt(CareBehind, text, mention.End))
            return true;
        var before = all.LastOrDefault(other => other.End <= mention.Start);
        if (before is null || !EndsBefore(GoesTo, text, mention.Start))
            return false;
        var from = before.Start > 0 && text.Text[before.Start - 1] is '从' or '由' or '自';
        return from && (Contains(MoveVerbs, text, before.End, text.Text.Length) || mention.Start - before.End <= 2) && !StartsAt(CareBehind, text, mention.End);
    }

    private static bool IsCarePlace(NormalText text, PlaceMention mention, bool isElsewhere)
    {
        // 去北京看病 is a journey whoever says it; 在北京看病 is one only for those who are insured somewhere else.
        var goes = EndsBefore(GoesTo, text, mention.Start);
        if (!goes && !(isElsewhere && EndsBefore(StaysAt, text, mention.Start)))
            return false;
        return StartsAt(CareBehind, text, mention.End) || (isElsewhere && LivesNear(text, mention));
    }

    private static bool IsStay(NormalText text, PlaceMention mention) =>
        EndsBefore(StaysAt, text, mention.Start) || EndsBefore(GoesTo, text, mention.Start) || LivesNear(text, mention);

    private static bool LivesNear(NormalText text, PlaceMention mention) => Contains(LivesBehind, text, mention.End, Math.Min(text.Text.Length, mention.End + 4));

    private static bool StartsAt(WordTrie<bool> words, NormalText text, int at) => words.LongestAt(text.Text, at).Length > 0;

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

    private static bool Contains(WordTrie<bool> words, NormalText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words.LongestAt(text.Text, i).Length > 0)
                return true;
        }
        return false;
    }

    private static WordTrie<bool> Trie(params ReadOnlySpan<string> words) => new(words.ToArray().Select(word => (word, true)));
}

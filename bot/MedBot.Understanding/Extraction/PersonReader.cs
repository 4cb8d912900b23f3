using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Knowledge.Lexicons;
using MedBot.Policy.Care;
using MedBot.Understanding.Normalisation;

namespace MedBot.Understanding.Extraction;

/// <summary>Finds which groups the person asked about belongs to, by what the person is called and by age.</summary>
internal sealed partial class PersonReader
{
    private readonly TermReader<Person?> _words;
    private readonly ImmutableArray<PersonWords> _groups;
    private readonly Denial _denial;

    /// <param name="groups">Groups, most telling first.</param>
    /// <param name="notPersons">Words that contain a person's name and name none: 生孩子.</param>
    /// <param name="normal">Brings a word into normal spelling.</param>
    /// <param name="denial">Finds what is named only to be denied.</param>
    public PersonReader(ImmutableArray<PersonWords> groups, IEnumerable<string> notPersons, Func<string, string> normal, Denial denial)
    {
        (_groups, _denial) = (groups, denial);
        _words = new TermReader<Person?>(notPersons.Select(word => (normal(word), (Person?)null))
            .Concat(groups.SelectMany(group => group.Words.Select(word => (normal(word), (Person?)group.Person)))), denial);
    }

    /// <param name="normal">The text.</param>
    /// <param name="age">An age that the text names.</param>
    /// <param name="isNewborn">True when the text names a birth within the year.</param>
    /// <returns>The groups, null when none is named; where they stand; and whether somebody is said not to be in need (我婆娘没残疾).</returns>
    public (Slot<ImmutableArray<Person>>? Persons, ImmutableArray<Mention> Mentions, bool DeniesNeed) Read(NormalText normal, int? age, bool isNewborn)
    {
        var text = normal.Text;
        var lacking = _words.Find(normal, withDenied: true).Where(term => term.Value is not null).ToLookup(term => _denial.IsNotInNeed(normal, term.Start));
        var found = lacking[false].Where(term => !_denial.StandsBefore(normal, term.Start) && !IsMinded(text, term, term.Value!.Value) && !OnlySpeaksOrHelps(text, term.End) && !IsSpokenTo(normal, term.Start, term.End)).ToList();
        // 不是低保 是监测户 tells of another need.
        var deniesNeed = lacking[true].Any(term => IsInNeed(term.Value!.Value)) && !found.Exists(term => IsInNeed(term.Value!.Value));
        var persons = found.Select(term => term.Value!.Value).ToHashSet();
        if (isNewborn)
            persons.Add(Person.Newborn);
        if (age is { } years)
            persons.UnionWith(_groups.Where(group => group.From <= years && years <= (group.To ?? int.MaxValue)).Select(group => group.Person));
        // 我家丫头三十了: a son or daughter, no child; 公公59: not yet old.
        persons.RemoveWhere(person => age is { } old && _groups.Any(group => group.Person == person && (old < group.From || old > group.To)));
        if (persons.Contains(Person.UniversityStudent))
            persons.Add(Person.Student);
        var mentions = found.Select(term => new Mention(MentionKind.Person, term.Start, term.Length, (int)term.Value!.Value)).ToImmutableArray();
        if (persons.Count == 0)
            return (null, mentions, deniesNeed);
        var ranked = _groups.Select(group => group.Person).Where(persons.Contains).Distinct().ToImmutableArray();
        return (new Slot<ImmutableArray<Person>>(ranked, SlotOrigin.Said, found.Count > 0 ? normal.Original(found[0].Start, found[0].Length) : null), mentions, deniesNeed);
    }

    /// <summary>True when somebody of a group is spoken of whose premium or bill is helped with.</summary>
    public static bool AreInNeed(Slots slots) => slots.Persons?.Value.Any(IsInNeed) == true;

    /// <summary>True for who is asked about as a child: what they pay is a question of its own.</summary>
    public static bool IsChild(Person person) => person is Person.Child or Person.Student or Person.UniversityStudent;

    /// <summary>Groups whose premium or bill is helped with.</summary>
    private static bool IsInNeed(Person person) => person is Person.Destitute or Person.MinimumLiving or Person.LowIncomeMargin or Person.PovertyMonitored or Person.LowIncome or Person.Disabled;

    /// <summary>我幺儿说, 孙女帮我打的字, 邻居喊我, 用他爸的手机: who tells, asks, helps, lends or is away (孙子不在家) is not who it is about.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="behind">Where the person's name ends.</param>
    public static bool OnlySpeaksOrHelps(string text, int behind) => Speaks.IsMatch(text.AsSpan(behind));

    /// <summary>被邻居家狗咬的, 在学校交还是我自己交: who did or does something is not who it is about.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="start">Where the person's name starts.</param>
    public static bool OnlyDid(string text, int start) => (start > 0 && text[start - 1] == '被') || text.AsSpan(0, start).EndsWith("还是");

    /// <summary>幺儿 我问哈医保: who is spoken to is not who it is about.</summary>
    public static bool IsSpokenTo(NormalText text, int start, int end) =>
        start == 0 && end < text.Text.Length && !text.Text.AsSpan(0, end).Contains('我') && text.IsSpacedBefore(end) && text.Text[end] is '我' or '俺' or '请' or '帮' or '问';

    /// <summary>帮我带娃: it is about who minds the child, unless both go to a doctor: 来带孩子看病.</summary>
    private static bool IsMinded(string text, FoundTerm<Person?> term, Person person) =>
        person is Person.Child or Person.Newborn && Minds.IsMatch(text.AsSpan(0, term.Start)) && !GoesWith.IsMatch(text.AsSpan(term.Start + term.Length));

    [GeneratedRegex(@"[帮给替来](?:我|我们|俺|咱|儿子|女儿|儿女|他们|忙)?(?:带|照看|照顾|看|接送)(?:小|大)?\z|[在去来到][^,，。?？]{0,6}带\z")]
    private static partial Regex Minds { get; }

    [GeneratedRegex(@"\A(?:他|她|们)?(?:也|都|又|就|刚|刚才|老|非|总)?(?:说(?!的?是(?![0-9一二两三四五六七八九十])|了算)|讲|告诉|(?:喊[我俺咱来]|叫[我俺咱来]|让[我俺咱来问]|要我)(?!帮)|问我|不在(?:家|屋|身边)|催|托我|教我|提醒|[帮替](?:我|忙)|[去来](?:帮[我忙])?(?:办|交|缴|弄|搞|跑|领|拿|取)|给我(?:打|弄|搞|发|说|买的)|(?:在[^,，。]{1,3})?(?:也|又)?[给帮替]我(?:也|又)?[交缴]了|的?(?:户口本|户口(?=也|行不|可以)|名义|手机|账号|微信|支付宝|银行卡|卡交|卡付)|的号)")]
    private static partial Regex Speaks { get; }

    [GeneratedRegex(@"\A(?:去|到|来|上|看|住|做|打|检查|治|就医|就诊)")]
    private static partial Regex GoesWith { get; }
}

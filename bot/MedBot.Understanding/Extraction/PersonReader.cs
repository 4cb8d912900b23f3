using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Knowledge.Lexicons;
using MedBot.Policy.Care;

namespace MedBot.Understanding.Extraction;

/// <summary>Finds which groups the person asked about belongs to, by what the person is called and by age.</summary>
internal sealed partial class PersonReader
{
    private const int GrownUp = 18;

    private readonly TermReader<Person?> _words;
    private readonly ImmutableArray<PersonWords> _groups;

    /// <param name="groups">Groups, most telling first.</param>
    /// <param name="notPersons">Words that contain a person's name and name none: 生孩子.</param>
    /// <param name="normal">Brings a word into normal spelling.</param>
    public PersonReader(ImmutableArray<PersonWords> groups, IEnumerable<string> notPersons, Func<string, string> normal)
    {
        _groups = groups;
        _words = new TermReader<Person?>(notPersons.Select(word => (normal(word), (Person?)null))
            .Concat(groups.SelectMany(group => group.Words.Select(word => (normal(word), (Person?)group.Person)))));
    }

    public (Slot<ImmutableArray<Person>>? Persons, ImmutableArray<Mention> Mentions) Read(string text, Func<int, int, string> original, int? age, bool isNewborn)
    {
        var found = _words.Find(text).Where(term => term.Value is { } person && !Lacks.IsMatch(text.AsSpan(0, term.Start)) && !IsMinded(text, term, person)).ToList();
        var persons = found.Select(term => term.Value!.Value).ToHashSet();
        if (isNewborn)
            persons.Add(Person.Newborn);
        if (age is { } years)
            persons.UnionWith(_groups.Where(group => group.From <= years && years <= (group.To ?? int.MaxValue)).Select(group => group.Person));
        // 我家丫头三十了: a son or daughter, no child.
        if (age >= GrownUp)
            persons.Remove(Person.Child);
        if (persons.Contains(Person.UniversityStudent))
            persons.Add(Person.Student);
        var mentions = found.Select(term => new Mention(MentionKind.Person, term.Start, term.Length, (int)term.Value!.Value)).ToImmutableArray();
        if (persons.Count == 0)
            return (null, mentions);
        var ranked = _groups.Select(group => group.Person).Where(persons.Contains).Distinct().ToImmutableArray();
        return (new Slot<ImmutableArray<Person>>(ranked, SlotOrigin.Said, found.Count > 0 ? original(found[0].Start, found[0].Length) : null), mentions);
    }

    /// <summary>帮我带娃: it is about who minds the child, unless both go to a doctor: 来带孩子看病.</summary>
    private static bool IsMinded(string text, FoundTerm<Person?> term, Person person) =>
        person is Person.Child or Person.Newborn && Minds.IsMatch(text.AsSpan(0, term.Start)) && !GoesWith.IsMatch(text.AsSpan(term.Start + term.Length));

    [GeneratedRegex(@"[帮给替来](?:我|我们|俺|咱|儿子|女儿|儿女|他们|忙)?(?:带|照看|照顾|看|接送)(?:小|大)?\z")]
    private static partial Regex Minds { get; }

    [GeneratedRegex(@"\A(?:去|到|来|上|看|住|做|打|检查|治|就医|就诊)")]
    private static partial Regex GoesWith { get; }

    /// <summary>没残疾, 没有低保: what somebody is not. 有没有低保优惠 asks.</summary>
    [GeneratedRegex(@"(?<!有)(?:没|没有)(?:得|评上|办|吃上|享受)?\z")]
    private static partial Regex Lacks { get; }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Scoring;

/// <summary>
/// Finds the concepts of the lexicon in a text (何时, 缴纳, 报销). A word of one character counts only outside every
/// longer word, so that 交 is not found in 提交.
/// </summary>
internal sealed class ConceptReader
{
    /// <summary>Concepts of one text that are kept; more than that is no question but a document.</summary>
    private const int Limit = 32;

    private static readonly ImmutableArray<(string Name, MentionKind Kind, int Tag)> Facts =
    [
        ("#金额", MentionKind.Amount, AmountTag.Bill), ("#钱数", MentionKind.Amount, 0), ("#地名", MentionKind.Place, 0), ("#外地就医", MentionKind.Place, PlaceTag.Care), ("#转往", MentionKind.Place, PlaceTag.Move), ("#住在外地", MentionKind.Place, PlaceTag.Away), ("#年份", MentionKind.Year, 0),
        ("#医院", MentionKind.HospitalLevel, 0), ("#渠道", MentionKind.Channel, 0), (Lapse, MentionKind.Lapse, 0), ("#日期", MentionKind.Date, 0), ("#生日", MentionKind.Date, DateTag.Birth), (OldAge, MentionKind.Age, AgeTag.Old),
        ("#两病", MentionKind.Treatment, (int)TreatmentKind.TwoDiseases), ("#慢病", MentionKind.Treatment, (int)TreatmentKind.Chronic),
        ("#特治", MentionKind.Treatment, (int)TreatmentKind.SpecialCare), ("#重病", MentionKind.Treatment, (int)TreatmentKind.Serious),
        ("#手术", MentionKind.Treatment, (int)TreatmentKind.Operation), ("#药品", MentionKind.Treatment, (int)TreatmentKind.Drug),
        ("#项目", MentionKind.Treatment, (int)TreatmentKind.Item),
    ];

    /// <summary>The fact that somebody is very old; whether they must still pay is a question of its own.</summary>
    public const string OldAge = "#高龄";

    /// <summary>The fact that somebody was without cover for years: 断两年怎么办 names what it is about.</summary>
    public const string Lapse = "#断保";

    /// <summary>The fact that a text names more than one place.</summary>
    private const string SeveralPlaces = "#两地";

    private readonly WordTrie<int> _words;
    private readonly Dictionary<string, int> _ids;
    private readonly WordTrie<bool> _fillers;

    /// <param name="groups">The lexicon's groups, words in normal spelling.</param>
    /// <param name="extra">Words that signals name by themselves; each is a concept of its own.</param>
    /// <param name="fillers">Words that say nothing; no concept starts inside one of them, as 好医保 does in 你好医保.</param>
    public ConceptReader(IEnumerable<WordGroup> groups, IEnumerable<string> extra, WordTrie<bool> fillers)
    {
        _fillers = fillers;
        var words = groups.SelectMany(group => group.Words.Select(word => (Word: word, Concept: "@" + group.Name)))
            .Concat(extra.Select(word => (Word: word, Concept: word)))
            .Distinct()
            .ToList();
        Names = [.. words.Select(word => word.Concept).Where(name => name[0] != '#').Concat(Facts.Select(fact => fact.Name)).Append(SeveralPlaces).Distinct()];
        _ids = Names.Select((name, id) => (name, id)).ToDictionary(pair => pair.name, pair => pair.id);
        _words = new WordTrie<int>(words.Where(word => word.Concept[0] != '#').Select(word => (word.Word, _ids[word.Concept])));
    }

    /// <summary>Name by id: @何时 for a group, the word itself for a word.</summary>
    public ImmutableArray<string> Names { get; }

    public int? IdOf(string name) => _ids.TryGetValue(name, out var id) ? id : null;

    /// <summary>The distinct concepts of a text, those of its facts (#金额) first, then in order of first appearance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public List<int> Find(ReadOnlySpan<char> text, ImmutableArray<Mention> mentions)
    {
        var found = new List<int>();
        foreach (var (name, kind, tag) in Facts)
        {
            foreach (var mention in mentions)
            {
                if (mention.Kind != kind || mention.Tag != tag)
                    continue;
                found.Add(_ids[name]);
                break;
            }
        }
        if (mentions.Count(mention => mention.Kind == MentionKind.Place) > 1)
            found.Add(_ids[SeveralPlaces]);
        var covered = 0;
        var fillerEnd = 0;
        var next = 0;
        for (var i = 0; i < text.Length && found.Count < Limit; i++)
        {
            // The name of a place says nothing but the place: 贵 in 贵州 is not dear.
            while (next < mentions.Length && (mentions[next].End <= i || mentions[next].Kind != MentionKind.Place))
                next++;
            if (next < mentions.Length && mentions[next].Start <= i)
            {
                i = mentions[next].End - 1;
                continue;
            }
            var isInFiller = i < fillerEnd;
            if (!isInFiller && _fillers.LongestAt(text, i).Length is > 1 and var filler && _words.LongestAt(text, i).Length <= filler)
                fillerEnd = i + filler;
            foreach (var (length, ids) in _words.At(text, i))
            {
                if (isInFiller && i + length > fillerEnd)
                    continue;
                if (length == 1 && (i < covered || IsInsideLonger(text, i)))
                    continue;
                if (length > 1)
                    covered = Math.Max(covered, i + length);
                foreach (var id in ids)
                {
                    if (!found.Contains(id))
                        found.Add(id);
                }
            }
        }
        return found;
    }

    private bool IsInsideLonger(ReadOnlySpan<char> text, int start) => _words.LongestAt(text, start).Length > 1;
}

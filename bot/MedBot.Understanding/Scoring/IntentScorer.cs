using System.Collections.Immutable;
using System.Text;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Conversation;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Scoring;

/// <summary>What a text may ask, with the evidence.</summary>
/// <param name="Candidates">Every intent, likeliest first; the confidences sum to one at most.</param>
/// <param name="Familiarity">Share of the text's wording that the examples know, 0 to 1.</param>
/// <param name="Masked">The text as it was compared.</param>
/// <param name="Concepts">Ids of the concepts found.</param>
/// <param name="NamesSubject">True when the words name what the question is about, more than 报 or 交.</param>
/// <param name="NamesPayment">True when they speak of paying in.</param>
/// <param name="NamesQuestion">True when they name what is asked, without a question word: 缴费标准.</param>
internal sealed record IntentReading(ImmutableArray<IntentCandidate> Candidates, double Familiarity, string Masked, IReadOnlyList<int> Concepts, bool NamesSubject, bool NamesPayment, bool NamesQuestion)
{
    public IntentCandidate Best => Candidates[0];
}

/// <summary>Scores intents by stated signals and by what was learnt from example questions, and gives calibrated confidences.</summary>
internal sealed class IntentScorer
{
    /// <summary>Divides scores before they become probabilities; chosen on the development questions so that 0.8 means four in five.</summary>
    private const double Temperature = 1.0;

    /// <summary>Below this share of known wording a text is strange, and confidence falls with it.</summary>
    private const double Familiar = 0.35;

    /// <summary>What is left of the confidence in a first message that names no subject.</summary>
    private const double Unnamed = 0.75;

    private static readonly ImmutableArray<Intent> All = [.. Enum.GetValues<Intent>()];

    /// <summary>Log odds for another subject where nothing of ours is named and none of the wording is known.</summary>
    private const double Strangeness = 5;

    /// <summary>The same for each of its characters that no example has, beside words that we know: 洋芋多少钱一斤. Without any it is no question at all.</summary>
    private const double StrangeCharacter = 1.5;

    private const string Insurance = "医保";

    /// <summary>Groups of words that name another insurance.</summary>
    private static readonly string[] OtherInsurance = ["养老", "其它社保", "商业险", "职工", "灵活就业"];

    private readonly ConceptReader _concepts;
    private readonly Signals _signals;
    private readonly LinearModel _model;
    private readonly WordTrie<bool> _fillers;
    private readonly ImmutableArray<GroupSubject> _subjects;
    private readonly HashSet<int> _anchors;
    private readonly HashSet<int> _questions;
    private readonly WordTrie<bool> _otherInsurance;

    /// <param name="lexicon">The words of the staff.</param>
    /// <param name="normaliser">Brings words and examples into the spelling of messages.</param>
    /// <param name="mentions">Finds the facts of a text, so that examples are masked as questions are.</param>
    /// <exception cref="KnowledgeException">An intent has no file, or a file names no intent.</exception>
    public IntentScorer(Lexicon lexicon, Normaliser normaliser, Func<string, ImmutableArray<Mention>> mentions)
    {
        var intents = lexicon.Intents.Select(words => (Words: words, Intent: IndexOf(words))).ToList();
        if (All.FirstOrDefault(intent => intents.All(entry => entry.Intent != (int)intent), (Intent)(-1)) is >= 0 and var missing)
            throw new KnowledgeException(new KnowledgeProblem($"lexicon/intents/{IntentNames.NameOf(missing)}.yaml", 1, "没有这个文件", "每个意图一个文件"));
        var groups = lexicon.Concepts.Select(group => group with { Words = [.. group.Words.Select(normaliser.Word)] }).ToList();
        _fillers = new WordTrie<bool>(lexicon.Fillers.Select(normaliser.Word).Where(word => word.Length > 0).Select(word => (word, true)));
        _concepts = new ConceptReader(groups, Signals.WordsIn(lexicon.Intents), _fillers);
        _otherInsurance = new WordTrie<bool>(groups.Where(group => OtherInsurance.Contains(group.Name)).SelectMany(group => group.Words).Where(word => word.Length > 1).Select(word => (word, true)));
        var named = lexicon.Concepts.ToDictionary(group => '@' + group.Name);
        _subjects = [.. _concepts.Names.Select(name => named.TryGetValue(name, out var group) ? group.Subject : name is ConceptReader.OldAge or ConceptReader.Lapse ? GroupSubject.Own : GroupSubject.General)];
        // A fact counts as an anchor, and so does a signal's own word that is called like an anchoring group.
        _anchors = [.. Enumerable.Range(0, _concepts.Names.Length).Where(id => _concepts.Names[id][0] == '#' || (named.TryGetValue('@' + _concepts.Names[id].TrimStart('@'), out var group) && group.IsAnchor))];
        _questions = [.. Enumerable.Range(0, _concepts.Names.Length).Where(id => named.TryGetValue(_concepts.Names[id], out var group) && group.NamesQuestion)];
        _signals = new Signals(intents, _concepts);
        _model = LinearModel.Learn([.. intents.SelectMany(entry => entry.Words.Examples.Select(example => (example.Text, entry.Intent, example.Weight)))
            .AsParallel().AsOrdered().Select(example => Learnable(normaliser.Word(example.Text), example.Intent, example.Weight, mentions))], All.Length);
    }

    /// <summary>Scores a text whose facts are known.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="mentions">Its facts.</param>
    /// <param name="subject">What the conversation is about.</param>
    public IntentReading Read(string text, ImmutableArray<Mention> mentions, Subject subject)
    {
        var masked = Masking.Mask(text, mentions, FillerLengthAt);
        var concepts = _concepts.Find(text, mentions);
        Span<double> scores = stackalloc double[All.Length];
        scores.Clear();
        _signals.Score(concepts, scores);
        var (familiarity, strange) = _model.Score(Features.Of(masked, concepts), scores);
        var named = NamedBy(concepts);
        if (!concepts.Exists(_anchors.Contains))
            scores[(int)Intent.Other] += ((Strangeness * (1 - familiarity)) + (concepts.Count > 0 ? StrangeCharacter * strange : 0)) * (subject.Last is null ? 1 : 0.5);
        subject.AddTo(scores, named);
        Softmax.Apply(scores, Temperature);
        var trust = Math.Min(1, 0.25 + (0.75 * familiarity / Familiar));
        if (named == GroupSubject.General && subject.Last is null)
            trust *= Unnamed;
        var candidates = new IntentCandidate[All.Length];
        for (var i = 0; i < candidates.Length; i++)
            candidates[i] = new IntentCandidate(All[i], Math.Round(scores[i] * trust, 4));
        Array.Sort(candidates, (a, b) => b.Confidence != a.Confidence ? b.Confidence.CompareTo(a.Confidence) : a.Intent.CompareTo(b.Intent));
        return new IntentReading([.. candidates], familiarity, masked, concepts, named is GroupSubject.Own or GroupSubject.Person || (named == GroupSubject.Payment && concepts.Exists(IsLookUp)), concepts.Exists(id => _subjects[id] == GroupSubject.Payment), concepts.Exists(_questions.Contains));
    }

    /// <summary>What a question on another insurance would ask of ours: 养老保险怎么交 is read as 医保怎么交, and 学平险呢 with little confidence.</summary>
    public IntentCandidate OfOurs(string text)
    {
        var ours = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = _otherInsurance.LongestAt(text, i).Length;
            ours.Append(length > 0 ? Insurance : text[i..(i + 1)]);
            i += Math.Max(length, 1);
        }
        return Read(ours.ToString(), [], Subject.None).Candidates.First(candidate => !SlotRules.IsNotOurs(candidate.Intent));
    }

    /// <summary>The evidence for an intent in a reading, a line each, strongest first.</summary>
    public IEnumerable<string> Explain(IntentReading reading, Intent intent)
    {
        var evidence = new List<(int Intent, double Weight, string Words)>();
        _signals.Score(reading.Concepts, stackalloc double[All.Length], evidence);
        foreach (var (_, weight, words) in evidence.Where(signal => signal.Intent == (int)intent))
            yield return $"词组 {words}：{weight:+0.0;-0.0}";
        var features = Features.Of(reading.Masked, reading.Concepts);
        var known = _model.CountKnown(features);
        var strongest = features.Select(feature => (Feature: feature, Weight: _model.WeightOf(feature, (int)intent, known)))
            .OrderByDescending(entry => Math.Abs(entry.Weight)).ThenBy(entry => entry.Feature).Take(5);
        foreach (var (feature, weight) in strongest)
            yield return $"例句 {Features.Describe(feature, _concepts.Names)}：{weight:+0.00;-0.00}";
        yield return $"措辞熟悉度 {reading.Familiarity:0.00}";
    }

    /// <summary>支付宝从哪里进去交, 查一下交没交: beside paying, a way or a look says what of it is asked.</summary>
    private bool IsLookUp(int concept) => _subjects[concept] == GroupSubject.LookUp;

    private GroupSubject NamedBy(List<int> concepts)
    {
        var named = GroupSubject.General;
        foreach (var id in concepts)
        {
            if (_subjects[id] > named)
                named = _subjects[id];
        }
        return named;
    }

    /// <summary>Length of the filler at a place of a text; 0 when there is none.</summary>
    public int FillerLengthAt(string text, int start) => _fillers.LongestAt(text, start).Length;

    private LinearModel.Example Learnable(string text, int intent, double weight, Func<string, ImmutableArray<Mention>> mentions)
    {
        var found = mentions(text);
        var concepts = _concepts.Find(text, found);
        var start = new double[All.Length];
        _signals.Score(concepts, start);
        return new LinearModel.Example(Features.Of(Masking.Mask(text, found, FillerLengthAt), concepts), intent, weight, start);
    }

    private static int IndexOf(IntentWords words) => IntentNames.TryParse(words.Name, out var intent)
        ? (int)intent
        : throw new KnowledgeException(new KnowledgeProblem(words.File, 1, $"“{words.Name}”不是已知的意图", string.Join("、", All.Select(IntentNames.NameOf))));
}

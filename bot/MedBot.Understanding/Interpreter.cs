using System.Collections.Immutable;
using System.Globalization;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Understanding.Acts;
using MedBot.Understanding.Conversation;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Places;
using MedBot.Understanding.Scoring;
using MedBot.Understanding.Splitting;

namespace MedBot.Understanding;

/// <summary>
/// Reads residents' messages: normal spelling, clauses, facts, intent, and what the conversation adds. Immutable and
/// thread-safe; the same message, context and day give the same requests. Reads the first 2,000 characters and says so.
/// </summary>
public sealed class Interpreter
{
    /// <summary>Characters beside facts and small words that say too little to search for: 那个啥.</summary>
    private const int Empty = 2;

    /// <summary>Below this confidence a message that tells what was asked for asks nothing besides: 还能是哪 襄阳噻.</summary>
    private const double Clear = 0.85;

    /// <summary>Below this confidence a question on another insurance asks nothing by itself: 学平险呢.</summary>
    private const double Little = 0.5;

    private readonly Normaliser _normaliser;
    private readonly SlotReader _slots;
    private readonly ActReader _acts;
    private readonly AsideReader _asides;
    private readonly CorrectionReader _corrections;
    private readonly IntentScorer _scorer;
    private readonly EllipsisIntent _ellipses;
    private readonly ThreadIntent _threads;
    private readonly QuestionParts _parts;

    /// <param name="lexicon">The words of the staff; learnt from here.</param>
    /// <param name="regions">The country's places.</param>
    /// <exception cref="KnowledgeException">The lexicon names an unknown intent, group or place, or lacks one.</exception>
    public Interpreter(Lexicon lexicon, RegionDirectory regions)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(regions);
        _normaliser = new Normaliser(lexicon, [.. PlaceNames.All(regions, lexicon.Places).Where(name => name.Form != NameForm.BehindParent).Select(name => name.Name).Distinct()]);
        _slots = new SlotReader(lexicon, regions, _normaliser);
        _acts = new ActReader(lexicon, _normaliser);
        _asides = new AsideReader(lexicon, _normaliser);
        _corrections = new CorrectionReader(lexicon, _normaliser);
        _scorer = new IntentScorer(lexicon, _normaliser, _slots.MentionsOf);
        var threadWords = new ThreadWords(lexicon, _normaliser);
        _ellipses = new EllipsisIntent(threadWords);
        _threads = new ThreadIntent(threadWords);
        _parts = new QuestionParts(_scorer, _acts, _ellipses, lexicon, _normaliser);
        Titles = lexicon.Intents.ToImmutableDictionary(words => IntentNames.TryParse(words.Name, out var intent) ? intent : Intent.Other, words => (words.Title, words.Question));
    }

    /// <summary>What a button for an intent shows, and what it asks in the resident's place.</summary>
    public ImmutableDictionary<Intent, (string Title, string Question)> Titles { get; }

    /// <summary>What of a question is compared with other questions: ordinary spelling, without places and fillers.</summary>
    public string Comparable(string question)
    {
        var text = _normaliser.Normalise(question).Text;
        var places = _slots.MentionsOf(text).Where(mention => mention.Kind == MentionKind.Place);
        return string.Concat(Masking.Mask(text, [.. places], _scorer.FillerLengthAt).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.PrivateUse));
    }

    /// <summary>The requests of a message in the order in which they stand; at least one.</summary>
    /// <param name="message">What the resident typed, as it came; may be empty or of any length.</param>
    /// <param name="context">What the conversation knows.</param>
    /// <param name="today">Today in China; 今年 and 昨天 are counted from it.</param>
    public ImmutableArray<Request> Interpret(string message, Context context, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(context);
        if (ButtonChoice.Read(message, context) is { } pressed)
            return Chosen(pressed, context.Offered, context, today);
        if (ButtonChoice.ReadAgain(message, context) is { } meant)
            return Chosen(meant, context.ChosenFrom, context, today);
        var text = _normaliser.Normalise(message);
        var isCare = context.LastIntent is { } last && SlotRules.IsCare(last);
        var remembered = context.Remembered;
        var subject = new Subject(context.LastIntent, remembered);
        if (ButtonChoice.OffersPlaces(context) && PlaceAlone() is { } place && ButtonChoice.ReadPlace(place, context) is var (inside, among))
            return Chosen(inside, among, context, today);
        if ((_asides.Read(text.Text, context.Asked is not null, isCare) ?? _acts.Read(text.Text, true)) is { } act && !IsQuestion(act))
            return [OfAct(act, message, context, text)];
        var takesUp = false;
        if (context.Earlier is { } earlier && _acts.WithoutReturn(text) is { Text.Length: > 1 } onward)
        {
            (text, takesUp) = (onward, true);
            remembered = earlier.Slots with { Region = earlier.Slots.Region ?? remembered.Region };
            context = context with { LastIntent = earlier.Intent, Remembered = remembered };
            subject = new Subject(context.LastIntent, remembered);
        }
        var requests = ImmutableArray.CreateBuilder<Request>();
        if (_parts.OnlyAct(text, ReadSlots) is { } acts)
            return [OfAct(acts, message, context, text)];
        var correction = _corrections.Read(text, ReadSlots);
        // What opens a conversation can take back only what it says itself.
        var opens = context is { LastIntent: null, AskedBeside: null };
        if (correction is not null && (!opens || correction.IsWithin))
            text = correction.Meant;
        if (opens)
            correction = null;
        foreach (var part in _parts.Of(text, ReadSlots, subject))
            requests.AddRange(RequestsOf(part, text, context, correction, takesUp));
        // 谢谢侬 讲得老清爽: thanks, and words that nothing is understood of.
        if (requests is [{ Confidence: < Certainty.Sure } or { Intent: Intent.Chitchat }] && !_parts.HasQuestionWord(text) && _parts.ActBeside(text) is { } thanks)
            return [OfAct(thanks, message, context, text)];
        return requests.Count > 0 ? requests.ToImmutable() : [new Request(message, SpeechAct.Ask, Intent.Other, 0) { Slots = SlotMerging.Over(Slots.None, SlotRules.Keep(remembered, context.LastIntent, Intent.Other)), Why = ["没有可读的字"] }];

        // 呼市; 点错了 是福州的.
        string? PlaceAlone()
        {
            if (text.Text.Length > ButtonChoice.Longest)
                return null;
            var told = _corrections.Read(text, ReadSlots)?.Meant ?? text;
            var slots = ReadSlots(told);
            return _acts.Residue(told.Text, slots.Mentions) <= 1 ? slots.Slots.Region?.Value.FullName : null;
        }

        // 算了 还是二级吧 gives nothing up; 居民医保是哪个文件规定的 asks of no answer.
        bool IsQuestion(SpeechAct act) => act switch
        {
            SpeechAct.Cancel => ReadSlots(text).Mentions.Any(mention => mention.Kind != MentionKind.Person),
            SpeechAct.AskSource => context.LastIntent is null && _acts.NamesInsurance(text.Text),
            _ => false,
        };

        SlotReading ReadSlots(NormalText piece) => _slots.Read(piece, remembered.Region?.Value, context.Asked, subject, today);
    }

    private ImmutableArray<Request> Chosen(FollowUp button, ImmutableArray<FollowUp> among, Context context, DateOnly today) =>
        [.. Interpret(button.Message, context with { Offered = [], ChosenFrom = [] }, today).Select(request => request with { ChosenFrom = among, Why = request.Why.Insert(0, $"选了按钮“{button.Title}”") })];

    private static Request OfAct(SpeechAct act, string message, Context context, NormalText text)
    {
        var intent = act switch
        {
            SpeechAct.AskPerson => Intent.Contact,
            SpeechAct.AskAbilities => Intent.Chitchat,
            SpeechAct.AskSteps or SpeechAct.AskWhy when context.LastIntent is null => Intent.Other,
            SpeechAct.AskSource when context.LastIntent is null => Intent.DocumentOrCode,
            _ => context.LastIntent ?? Intent.Chitchat,
        };
        return new Request(message, act, intent, 0.95)
        {
            Wording = "",
            Slots = act == SpeechAct.Restart ? Slots.None : SlotMerging.Over(Slots.None, context.Remembered),
            Candidates = [new IntentCandidate(intent, 0.95)],
            Why = [.. text.Changes, $"整句是：{act}"],
        };
    }

    private IEnumerable<Request> RequestsOf(QuestionPart part, NormalText text, Context context, Correction? correction, bool takesUp)
    {
        var said = Recollection.SaidIn(part, context);
        var turnsToInsurance = _acts.OnlyNamesInsurance(part.Text, part.Slots.Mentions, correction is not null);
        if (Continued(part, said, turnsToInsurance, context) is { } before)
        {
            part = part with { HasOwnQuestion = false };
            context = context with { LastIntent = before, Remembered = SlotRules.Keep(context.Remembered, context.LastIntent, before) };
        }
        var answersAsked = context.Asked is { } asked && AskedFact.IsToldBy(asked, said, part.Slots.RegionChoices.Length > 0);
        // 我人在苏州参保, where the place was asked for, asks nothing; nor does 应该是九千六 少看一截.
        if ((answersAsked && part.Intent.Best.Confidence < Clear) || ((answersAsked || (correction is not null && (said != Slots.None || !part.Intent.NamesQuestion)) || (takesUp && said != Slots.None)) && !part.HasQuestionWord))
            part = part with { HasOwnQuestion = false };
        var goesOn = part.IsEllipsis || (!answersAsked && Telling.GoesOn(part, said, context));
        if (goesOn)
            part = part with { HasOwnQuestion = false };
        var act = new TurnRules(
            AsksByItself: part.HasOwnQuestion,
            TakesBack: correction is not null,
            StatesFacts: said != Slots.None || part.Slots.RegionChoices.Length > 0 || part.Slots.PlaceNotCovered is not null || part.Slots.NamesRelative,
            GoesOn: goesOn,
            AnswersAsked: answersAsked,
            TurnsToInsurance: turnsToInsurance,
            HasAnswered: context.LastIntent is not null,
            HasThread: context.LastIntent is { } thread && !SlotRules.IsNotOurs(thread)).Act;
        var intent = act != SpeechAct.Ask && context.LastIntent is { } last && !part.HasOwnQuestion
            ? _ellipses.After(last, context.Remembered, part, said, act)
            : _threads.Of(part, said, context);
        var isOwn = intent == part.Intent.Best.Intent && (act == SpeechAct.Ask || part.HasOwnQuestion);
        var confidence = isOwn ? part.Intent.Best.Confidence : Math.Max(0.5, 0.95 - (0.05 * part.Residue));
        var wording = part.Text;
        var request = new Request(text.Original(part.Clause.Start, part.Clause.Length).Trim(), act, intent, confidence)
        {
            Wording = act == SpeechAct.Ask && part is { Residue: <= Empty, Intent.NamesSubject: false } && said == Slots.None ? "" : wording,
            Slots = Recollection.FactsOf(part, said, act, intent, context, correction?.Denied?.Slots),
            Candidates = isOwn ? part.Intent.Candidates[..3] : [new IntentCandidate(intent, confidence)],
            // What goes on with the last question is no toss-up with another one, nor is a place alone.
            IsAmbiguous = isOwn && part.Residue > 0 && intent != context.LastIntent && Certainty.IsAmbiguous(part.Intent.Candidates),
            OfOurs = SlotRules.IsOtherInsurance(intent) ? OfOurs(wording, context) : null,
            RegionChoices = part.Slots.RegionChoices,
            PlaceNotCovered = SlotRules.IsNotOurs(intent) ? null : part.Slots.PlaceNotCovered,
            Why = [.. text.Changes, $"{act}：{IntentNames.NameOf(intent)} {confidence:0.00}", .. isOwn ? _scorer.Explain(part.Intent, intent) : ["承接上一问"]],
        };
        return Spread.Over(request, part.Slots, text);
    }

    /// <summary>What a question on another insurance asks of ours; 学平险呢 asks the same as before.</summary>
    private Intent OfOurs(string wording, Context context) =>
        _scorer.OfOurs(wording) is var ours && ours.Confidence < Little && (context.AskedBeside ?? context.LastIntent) is { } before ? before : ours.Intent;

    /// <summary>What is asked again by words that name no question at all: 那医保呢, or only a place after 转人工.</summary>
    private static Intent? Continued(QuestionPart part, Slots said, bool turnsToInsurance, Context context)
    {
        // 娃刚出生的医保呢 asks of the newborn, whatever was asked before.
        if (turnsToInsurance)
            return said.Persons?.Value[0] is Person.Newborn ? Intent.Newborn : context.AskedBeside ?? context.LastIntent;
        var isPlaceAlone = !part.HasOwnQuestion && (part.Slots.Slots.Region is not null || part.Slots.RegionChoices.Length > 0);
        return isPlaceAlone && context.AskedBeside == Intent.Contact ? Intent.Contact : null;
    }
}

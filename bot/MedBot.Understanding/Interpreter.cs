using System.Collections.Immutable;
using System.Globalization;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
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

    private readonly Normaliser _normaliser;
    private readonly SlotReader _slots;
    private readonly ActReader _acts;
    private readonly IntentScorer _scorer;
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
        _scorer = new IntentScorer(lexicon, _normaliser, _slots.MentionsOf);
        _parts = new QuestionParts(_scorer, _acts, lexicon, _normaliser);
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
        {
            var chosen = Interpret(pressed.Message, context with { Offered = [] }, today);
            return [.. chosen.Select(request => request with { Why = request.Why.Insert(0, $"选了按钮“{pressed.Title}”") })];
        }
        var text = _normaliser.Normalise(message);
        if (_acts.Read(text.Text, true) is { } act)
            return [OfAct(act, message, context, text)];
        var requests = ImmutableArray.CreateBuilder<Request>();
        var remembered = context.Remembered;
        var subject = new Subject(context.LastIntent, remembered.BirthDate is not null || remembered.BirthMonth is not null, remembered.LapsedYears is not null);
        foreach (var part in _parts.Of(text, piece => _slots.Read(piece, remembered.Region?.Value, context.Asked, subject, today), subject))
            requests.AddRange(RequestsOf(part, text, context));
        return requests.Count > 0 ? requests.ToImmutable() : [new Request(message, SpeechAct.Ask, Intent.Other, 0) { Slots = SlotMerging.Over(Slots.None, SlotRules.Keep(remembered, context.LastIntent, Intent.Other)), Why = ["没有可读的字"] }];
    }

    private static Request OfAct(SpeechAct act, string message, Context context, NormalText text)
    {
        var intent = act switch
        {
            SpeechAct.AskPerson => Intent.Contact,
            SpeechAct.AskWhy when context.LastIntent is null => Intent.Other,
            SpeechAct.AskSource when context.LastIntent is null => Intent.DocumentOrCode,
            _ => context.LastIntent ?? Intent.Chitchat,
        };
        return new Request(message, act, intent, 0.95)
        {
            Slots = act == SpeechAct.Restart ? Slots.None : SlotMerging.Over(Slots.None, context.Remembered),
            Candidates = [new IntentCandidate(intent, 0.95)],
            Why = [.. text.Changes, $"整句是：{act}"],
        };
    }

    private IEnumerable<Request> RequestsOf(QuestionPart part, NormalText text, Context context)
    {
        var said = part.Slots.Slots;
        if (said.Persons is { Value: [Person.Child] } && said.AgeYears is null && context.Remembered.Persons?.Value.Contains(Person.Newborn) == true)
            said = said with { Persons = null };
        if (_acts.OnlyNamesInsurance(part.WholeText, part.Slots.Mentions) && (context.AskedElsewhere ?? context.LastIntent) is { } before)
        {
            part = part with { HasOwnQuestion = false };
            context = context with { LastIntent = before };
        }
        var act = ActOf(part, context);
        var intent = act is SpeechAct.Vary or SpeechAct.FillIn or SpeechAct.Correct && context.LastIntent is { } last && !part.HasOwnQuestion
            ? IntentChange.After(last, said, part.Slots.NamesDisease, part.Slots.NamesRelative)
            : IntentChange.Absorb(context.LastIntent, part.Intent.Best.Intent, said);
        var isOwn = intent == part.Intent.Best.Intent && (act == SpeechAct.Ask || part.HasOwnQuestion);
        var known = context.LastIntent == intent || act != SpeechAct.Ask && !part.HasOwnQuestion
            ? context.Remembered
            : SlotRules.Keep(context.Remembered, context.LastIntent, intent);
        if (intent == Intent.CoverageScope && part.HasOwnQuestion && part.WholeText.AsSpan().ContainsAny('哪', '什'))
            known = known with { Treatment = null };
        if ((part.Slots.NamesRelative || said.AgeYears is not null) && said.Persons is null)
            known = known with { Persons = null, AgeYears = null, BirthDate = null, BirthMonth = null };
        if (part.Slots.PlaceNotCovered is not null || part.Slots.RegionChoices.Length > 0)
            known = known with { Region = null };
        if (part.Slots.LivesAtDestination && intent is not (Intent.RemoteCare or Intent.TransferPlace or Intent.Calculate or Intent.InpatientRatio or Intent.OutpatientRatio))
            said = said with { Region = said.Destination, Destination = null, Elsewhere = null };
        // 北京呢 after 转到上海 names another place to move to.
        if (intent == Intent.TransferPlace && act != SpeechAct.Ask && said is { Region: { } other, Destination: null } && known is { Destination: not null, Region: null })
            said = said with { Region = null, Destination = other };
        var confidence = isOwn ? part.Intent.Best.Confidence : Math.Max(0.5, 0.95 - (0.05 * part.Residue));
        var request = new Request(text.Original(part.Clause.Start, part.Clause.Length).Trim(), act, intent, confidence)
        {
            Wording = act == SpeechAct.Ask && part is { Residue: <= Empty, Intent.NamesSubject: false } && said == Slots.None ? "" : part.WholeText[part.Clause.Start..part.Clause.End],
            Slots = WithPersonOf(intent, SlotMerging.Over(said, known)),
            Candidates = isOwn ? part.Intent.Candidates[..3] : [new IntentCandidate(intent, confidence)],
            IsAmbiguous = isOwn && Certainty.IsAmbiguous(part.Intent.Candidates),
            OfOurs = SlotRules.IsOtherInsurance(intent) ? _scorer.OfOurs(part.WholeText[part.Clause.Start..part.Clause.End]) : null,
            RegionChoices = part.Slots.RegionChoices,
            PlaceNotCovered = SlotRules.IsNotOurs(intent) ? null : part.Slots.PlaceNotCovered,
            Why = [.. text.Changes, $"{act}：{IntentNames.NameOf(intent)} {confidence:0.00}", .. isOwn ? _scorer.Explain(part.Intent, intent) : ["承接上一问"]],
        };
        return Spread.Over(request, part.Slots, text);
    }

    /// <summary>A question about a newborn's insurance speaks of a newborn, also where it says 娃.</summary>
    private static Slots WithPersonOf(Intent intent, Slots slots)
    {
        if (intent != Intent.Newborn || slots.Persons?.Value.Contains(Person.Newborn) == true)
            return slots;
        ImmutableArray<Person> persons = slots.Persons is { } named ? [Person.Newborn, .. named.Value] : [Person.Newborn];
        return slots with { Persons = new Slot<ImmutableArray<Person>>(persons, SlotOrigin.Assumed, slots.Persons?.Words) };
    }

    private SpeechAct ActOf(QuestionPart part, Context context)
    {
        var said = part.Slots.Slots;
        if (context.LastIntent is not null && _acts.IsCorrection(part.WholeText))
            return SpeechAct.Correct;
        var statesFacts = said != Slots.None || part.Slots.RegionChoices.Length > 0 || part.Slots.PlaceNotCovered is not null || part.Slots.NamesRelative;
        if (_acts.OnlyNamesInsurance(part.WholeText, part.Slots.Mentions) && context.LastIntent is not null && !part.HasOwnQuestion)
            return SpeechAct.Vary;
        if (!statesFacts || part.HasOwnQuestion)
            return SpeechAct.Ask;
        if (context.Asked is { } asked && IntentChange.Answers(asked, said, part.Slots.RegionChoices.Length > 0))
            return SpeechAct.FillIn;
        return context.LastIntent is { } last && !SlotRules.IsNotOurs(last) ? SpeechAct.Vary : SpeechAct.Ask;
    }
}

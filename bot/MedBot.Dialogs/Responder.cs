using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Plugins;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>Finds the answer to an understood request: asks back when it must, else calls the plugin for the intent.</summary>
/// <param name="plugins">What answers a topic.</param>
/// <param name="titles">What a button for an intent shows, and what it asks in the resident's place.</param>
public sealed class Responder(PluginSet plugins, ImmutableDictionary<Intent, (string Title, string Question)> titles)
{
    /// <summary>Below this a request counts as not understood, and articles are searched instead.</summary>
    private const double LeastConfidence = 0.35;

    /// <summary>From here on what belongs to nobody here is said to be so, without a search.</summary>
    private const double SureConfidence = 0.6;

    /// <summary>Letters beside a place's name that ask nothing: 我是…的，我在…这边.</summary>
    private const int MostLettersBesideAPlace = 5;

    /// <summary>What the tax office answers for.</summary>
    private static readonly FrozenSet<Intent> MattersOfPayment =
        [Intent.Deadline, Intent.Premium, Intent.PayChannel, Intent.PaySteps, Intent.PaymentRecord];

    private static readonly FrozenDictionary<Intent, string> NotOurs = new Dictionary<Intent, string>
    {
        [Intent.EmployeeInsurance] = "这是职工医保的事，请问单位经办人或当地医保局。",
        [Intent.OtherSocialInsurance] = "这是其他社会保险的事，请问当地人社部门。",
        [Intent.CommercialInsurance] = "这是商业保险，请问承保的保险公司。",
        [Intent.MedicalAdvice] = "我不能看病、不能推荐药；不舒服请尽快去医院，紧急时打急救电话。",
        [Intent.Chitchat] = "",
        [Intent.Other] = "",
    }.ToFrozenDictionary();

    /// <param name="request">What was understood.</param>
    /// <param name="wording">The question in ordinary spelling, with what it continues.</param>
    /// <param name="unknown">Facts that the resident does not know.</param>
    /// <param name="today">Today in China.</param>
    public Answer Answer(Request request, string wording, ImmutableArray<Fact> unknown, DateOnly today)
    {
        if (request is { PlaceNotCovered: { } place, Intent: not (Intent.CoverageScope or Intent.Other) })
            return SmallTalk.NotCovered(place);
        if (request is { RegionChoices: { IsEmpty: false } places })
            return AskWhich(places);
        if (NotOurs.TryGetValue(request.Intent, out var whose))
            return request.Intent == Intent.Other ? FromSearch(request, wording, today)
                : request.Confidence < LeastConfidence ? SmallTalk.NotUnderstood
                : SmallTalk.OutOfScope(whose, request.Intent == Intent.EmployeeInsurance ? [titles[Intent.ResidentVsEmployee]] : []);
        if (request is { IsAmbiguous: true, Candidates: [var first, var second, ..] })
            return AskIntent(first.Intent, second.Intent);
        return request.Confidence < LeastConfidence
            ? FromSearch(request, wording, today)
            : plugins.Answer(TopicOf(request.Intent), InquiryOf(wording, request.Slots, today) with { LastWords = wording == request.Wording ? "" : request.Wording, Unknown = unknown });
    }

    /// <summary>The last answer with its steps, or where it is written when nothing was reckoned: 怎么算的, 为什么.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="steps">True when the steps of a sum are wanted, also of one before the last answer.</param>
    /// <param name="today">Today in China.</param>
    public Answer Explain(ConversationState state, bool steps, DateOnly today) =>
        Explanations.Of(AnswerTo(state.LastAnswered, today), steps ? AnswerTo(state.Reckoned, today) : null);

    /// <summary>Where the last answer is written: 依据.</summary>
    public Answer Sources(ConversationState state, DateOnly today) => Explanations.SourcesOf(AnswerTo(state.LastAnswered, today));

    /// <summary>The last answer with all its particulars: 更多.</summary>
    public Answer InFull(ConversationState state, DateOnly today) =>
        AnswerTo(state.LastAnswered, today) is { } last ? last with { InFull = true } : SmallTalk.NothingMore;

    /// <summary>Whom to ask, and what to tell them so that nothing must be said twice: 转人工.</summary>
    public Answer HandOff(Request request, ConversationState state, DateOnly today)
    {
        var about = state.LastIntent is { } asked ? titles[asked].Title : null;
        var contacts = plugins.Answer(Topic.Contact, InquiryOf(state.LastIntent is { } matter && MattersOfPayment.Contains(matter) ? "缴费找谁" : request.Text, request.Slots, today));
        if (state.LastIntent is not { } intent)
            return contacts;
        var last = state.IsWaiting || state.LastAnswered is null
            ? AnswerTo(new PastQuestion(intent, state.LastQuestion, state.Slots) { Unknown = state.Unknown }, today)
            : AnswerTo(state.LastAnswered, today);
        var phones = contacts.Figures.Where(phone => phone.Record.Region.Level == RegionLevel.Nation).Take(2).Select(phone => $"{phone.Label}{phone.Text}").ToList();
        return contacts with
        {
            Summary = $"要找人问，请打{phones[0]}。下面几行可以给工作人员看，也可以照着念：",
            Details = HandOffSummary.Of(state, about, last, phones),
            Figures = [.. contacts.Figures.Union(last?.Figures ?? [])],
            Citations = [],
            Warnings = [],
            Cautions = [],
        };
    }

    private Answer? AnswerTo(PastQuestion? question, DateOnly today) =>
        question is null ? null : plugins.Answer(TopicOf(question.Intent), InquiryOf(question.Wording, question.Slots, today) with { Unknown = question.Unknown });

    private Answer FromSearch(Request request, string wording, DateOnly today) =>
        (request is { Intent: Intent.Other, Confidence: >= SureConfidence } ? null : Guessed(request, wording, today))
        ?? (request.PlaceNotCovered is { } place ? SmallTalk.NotCovered(place) : null)
        ?? (request is { Intent: Intent.Other, Confidence: >= LeastConfidence } ? SmallTalk.OutOfScope("") : SmallTalk.NotUnderstood);

    private Answer? Guessed(Request request, string wording, DateOnly today) =>
        plugins.Search(InquiryOf(wording, request.Slots, today)) ?? (OnlyPlaceOf(request) is { } place ? SmallTalk.Noted(place) : null);

    /// <summary>The place, when the message says hardly more than where somebody is: 我是廊坊的.</summary>
    private static Region? OnlyPlaceOf(Request request)
    {
        if (request.Slots.Region is not { Origin: SlotOrigin.Said, Value: var place })
            return null;
        var rest = place.Layers().Aggregate(request.Wording, (text, layer) => text.Replace(layer.Name, "", StringComparison.Ordinal).Replace(layer.ShortName, "", StringComparison.Ordinal));
        return rest.Count(char.IsLetter) <= MostLettersBesideAPlace ? place : null;
    }

    private static Answer AskWhich(ImmutableArray<Region> places) => new(AnswerKind.AskBack, "这个地名不止一处，您说的是哪里？")
    {
        Missing = [Fact.Region],
        FollowUps = [.. places.Take(5).Select(place => new FollowUp(place.FullName))],
    };

    private Answer AskIntent(Intent first, Intent second) => new(AnswerKind.AskBack, "您想问的是哪一个？")
    {
        FollowUps = [.. new[] { first, second }.Select(intent => titles[intent]).Select(title => new FollowUp(title.Title, title.Question))],
    };

    /// <summary>Intents that are ours and topics of articles bear the same names; a test holds them together.</summary>
    private static Topic TopicOf(Intent intent) => Enum.Parse<Topic>(intent.ToString());

    internal static Inquiry InquiryOf(string text, Slots slots, DateOnly today) => new()
    {
        Today = today,
        Text = text,
        Region = slots.Region?.Value,
        BenefitYear = slots.Year?.Value,
        Persons = slots.Persons?.Value ?? [],
        HospitalLevel = slots.HospitalLevel?.Value,
        HospitalLevelAssumed = slots.HospitalLevel?.Origin == SlotOrigin.Assumed,
        Care = slots.Care?.Value,
        AmountYuan = slots.AmountYuan?.Value,
        SelfPaidYuan = slots.SelfPaidYuan?.Value,
        ClassBYuan = slots.ClassBYuan?.Value,
        OverLimitYuan = slots.OverLimitYuan?.Value,
        PaidThisYearYuan = slots.PaidThisYearYuan?.Value,
        StayOfYear = slots.StayOfYear?.Value,
        Channel = slots.Channel?.Value,
        BirthDate = slots.BirthDate?.Value,
        AgeYears = slots.AgeYears?.Value,
        LapsedYears = slots.LapsedYears?.Value,
        RepaidYears = slots.RepaidYears?.Value,
        EmployeeCoverEnded = slots.EmployeeCoverEnded?.Value,
        PaymentDate = slots.PaymentDate?.Value,
        PaymentMonth = slots.PaymentMonth?.Value,
        Treatment = slots.Treatment?.Value,
        Elsewhere = slots.Elsewhere?.Value ?? false,
        Circumstance = slots.Circumstance?.Value ?? ElsewhereCircumstance.None,
        Destination = slots.Destination?.Value,
    };
}

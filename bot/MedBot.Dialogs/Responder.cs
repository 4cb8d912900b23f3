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
    /// <param name="today">Today in China.</param>
    public Answer Answer(Request request, string wording, DateOnly today)
    {
        if (request is { PlaceNotCovered: { } place, Intent: not (Intent.CoverageScope or Intent.Other) })
            return SmallTalk.NotCovered(place);
        if (request is { RegionChoices: { IsEmpty: false } places })
            return AskWhich(places);
        if (NotOurs.TryGetValue(request.Intent, out var whose))
            return request.Intent == Intent.Other ? FromSearch(request, wording, today) : SmallTalk.OutOfScope(whose, request.Intent == Intent.EmployeeInsurance ? [titles[Intent.ResidentVsEmployee]] : []);
        if (request is { IsAmbiguous: true, Candidates: [var first, var second, ..] })
            return AskIntent(first.Intent, second.Intent);
        return request.Confidence < LeastConfidence
            ? FromSearch(request, wording, today)
            : plugins.Answer(TopicOf(request.Intent), InquiryOf(wording, request.Slots, today) with { LastWords = wording == request.Wording ? "" : request.Wording });
    }

    /// <summary>The last answer again with its steps and conditions: 怎么算的, 为什么.</summary>
    public Answer Explain(ConversationState state, DateOnly today)
    {
        if (LastAnswer(state, today) is not { } last)
            return SmallTalk.NothingToExplain;
        return last.Steps.IsEmpty
            ? last with { Summary = "没有经过计算，是记录里直接写的：" + last.Summary }
            : last with { Summary = "是这样一步步算的：" };
    }

    /// <summary>Where the last answer is written: 依据.</summary>
    public Answer Sources(ConversationState state, DateOnly today) => LastAnswer(state, today) is { } last
        ? new Answer(AnswerKind.Answer, last.Citations.IsEmpty ? "上一条回答没有引用文件。" : "上一条回答的依据：")
        {
            Citations = last.Citations,
            Figures = last.Figures,
            Warnings = last.Warnings,
            FollowUps = last.FollowUps,
        }
        : SmallTalk.NothingToExplain;

    /// <summary>Whom to ask, and what to tell them so that nothing must be said twice: 转人工.</summary>
    public Answer HandOff(Request request, ConversationState state, DateOnly today)
    {
        var contacts = plugins.Of(Topic.Contact).Answer(InquiryOf(request.Text, request.Slots, today));
        return state.LastIntent is null ? contacts : contacts with { Details = contacts.Details.AddRange(HandOffSummary.Of(state, titles)) };
    }

    private Answer? LastAnswer(ConversationState state, DateOnly today) =>
        state.LastIntent is { } intent ? plugins.Answer(TopicOf(intent), InquiryOf(state.LastQuestion, state.Slots, today)) : null;

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

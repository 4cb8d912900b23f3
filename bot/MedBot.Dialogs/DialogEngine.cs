using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>One answer to one question of a message.</summary>
/// <param name="Request">What was understood.</param>
/// <param name="Answer">What the resident is told.</param>
public sealed record Reply(Request Request, Answer Answer);

/// <summary>What a turn leaves behind: the replies in the order in which the questions stood, and the state for the next turn.</summary>
public sealed record TurnResult(ImmutableArray<Reply> Replies, ConversationState State)
{
    /// <summary>The version of the knowledge that answered; empty where nobody asks for it.</summary>
    public string KnowledgeVersion { get; init; } = "";
}

/// <summary>
/// Takes a resident's message and the conversation so far, gives the replies and the conversation after it.
/// Pure: no clock, no storage, no channel. Thread-safe.
/// </summary>
public sealed class DialogEngine(Interpreter interpreter, Responder responder)
{
    /// <summary>Other questions after which what was being asked for is given up: the resident has moved on.</summary>
    private const int MostInterruptions = 2;

    /// <summary>The button for somebody who does not know what is asked for.</summary>
    private const string NotKnown = "不知道";

    /// <summary>Choices beside that button.</summary>
    private const int MostChoices = 4;

    /// <summary>What is said before the resident has said anything.</summary>
    public Answer Greeting() => SmallTalk.Greeting;

    /// <param name="state">The conversation so far.</param>
    /// <param name="message">What the resident typed, as it came.</param>
    /// <param name="today">Today in China.</param>
    public TurnResult Take(ConversationState state, string message, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        var replies = ImmutableArray.CreateBuilder<Reply>();
        var requests = Read(state, message, today);
        var later = state.Later;
        state = state with { Later = [] };
        foreach (var request in requests)
        {
            // A place that a question before it in the same message needs is asked for once for all of them.
            var before = replies.Count > 0 && SeveralQuestions.AsksPlace(replies[^1].Answer) ? state with { Asked = null, AskedWith = "" } : state;
            var (answer, next) = IsQuestion(request.Act) ? OfQuestion(request, before, today) : OfAct(request, before, today);
            replies.Add(new Reply(request, WithoutRepeats(answer, request)));
            state = next with { Offered = replies[^1].Answer.FollowUps, ChosenFrom = request.ChosenFrom };
            if (requests.Length > 1 && SeveralQuestions.AsksPlace(answer))
                state = state with { Later = state.Later.Add(new PastQuestion(request.Intent, state.LastQuestion, request.Slots) { Unknown = state.Unknown }) };
        }
        if (requests is [{ Act: SpeechAct.FillIn or SpeechAct.Vary, Slots.Region: { Origin: SlotOrigin.Said } place }])
            replies.AddRange(later.Select(question => AnswerLater(question with { Slots = question.Slots with { Region = place } }, today)));
        return Finished(replies.ToImmutable(), state, today);
    }

    /// <summary>A question that waited for the place which another of its message was asked for.</summary>
    private Reply AnswerLater(PastQuestion question, DateOnly today)
    {
        var request = new Request(question.Wording, SpeechAct.FillIn, question.Intent, 1) { Slots = question.Slots };
        return new Reply(request, responder.Answer(request, question.Wording, question.Unknown, today));
    }

    private TurnResult Finished(ImmutableArray<Reply> replies, ConversationState state, DateOnly today)
    {
        if (replies.Length < 2)
            return new TurnResult(replies, state);
        var answered = replies.Select(reply => reply.Request.Intent).ToHashSet();
        replies = [.. SeveralQuestions.AskedOnce(replies).Select(reply => reply.Answer.Kind == AnswerKind.AskBack ? reply : reply with { Answer = WithoutButtons(reply.Answer, IsAnswered) })];
        // The last question is the one that goes on; those before it wait.
        var later = SeveralQuestions.AsksPlace(replies[^1].Answer) && !state.Later.IsEmpty ? state.Later.RemoveAt(state.Later.Length - 1) : state.Later;
        return new TurnResult(replies, state with { Later = later, Offered = state.IsWaiting ? state.Offered : SeveralQuestions.ButtonsOf(replies) });

        bool IsAnswered(FollowUp button) => interpreter.Interpret(button.Message, Context.Empty, today) is [{ Intent: var intent }] && answered.Contains(intent);
    }

    /// <summary>
    /// The requests of the message. While a question waits, what varies a question varies the one that was answered
    /// meanwhile, unless it tells what the bot waits for.
    /// </summary>
    private ImmutableArray<Request> Read(ConversationState state, string message, DateOnly today)
    {
        var requests = interpreter.Interpret(message, state.ToContext(), today);
        return state is { Interruptions: > 0, IsWaiting: true, Answered: { } last } && last.Intent != state.LastIntent && requests.All(request => request.Act == SpeechAct.Vary)
            ? interpreter.Interpret(message, new Context { LastIntent = last.Intent, Remembered = last.Slots, Offered = state.Offered }, today)
            : requests;
    }

    private static bool IsQuestion(SpeechAct act) => act is SpeechAct.Ask or SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn;

    private (Answer Answer, ConversationState Next) OfQuestion(Request request, ConversationState state, DateOnly today)
    {
        var interrupts = state.IsWaiting && request.Act is SpeechAct.Ask or SpeechAct.Vary && request.Intent != state.LastIntent;
        var wording = WordingOf(request, interrupts ? state.Answered?.Wording ?? "" : state.LastQuestion);
        var unknown = request.Intent == state.LastIntent ? state.Unknown : [.. state.Unknown.Where(fact => fact == Fact.Region)];
        if (request.Slots.Region is not null)
            unknown = unknown.Remove(Fact.Region);
        return After(state, request, new PastQuestion(request.Intent, wording, request.Slots) { Unknown = unknown }, interrupts, today);
    }

    private (Answer Answer, ConversationState Next) After(ConversationState state, Request request, PastQuestion question, bool interrupts, DateOnly today)
    {
        state = state with { AskedBeside = request.OfOurs };
        var answer = responder.Answer(request, question.Wording, question.Unknown, today);
        var isOurs = answer.Kind is AnswerKind.Answer or AnswerKind.AskBack or AnswerKind.NotPublished;
        if (state.IsWaiting && (interrupts || !isOurs) && answer.Kind != AnswerKind.AskBack && state.Interruptions < MostInterruptions)
            return Waiting.ComeBack(answer, isOurs ? state.AnsweredBy(question, answer) : state, question.Slots);
        if (!isOurs)
            return (answer, state.Without(request, answer));

        var next = state.WithQuestion(question, answer);
        if (answer.Kind == AnswerKind.AskBack)
        {
            var paused = interrupts && state.Interruptions < MostInterruptions ? state.Pause() : state.Paused;
            return (WithWayOut(answer), next with { Paused = paused });
        }
        return state.Paused is { } waiting ? Waiting.Resume(answer, next, waiting) : (answer, next);
    }

    private (Answer Answer, ConversationState Next) OfAct(Request request, ConversationState state, DateOnly today)
    {
        switch (request.Act)
        {
            case SpeechAct.Restart:
                return (SmallTalk.Restarted, ConversationState.New);
            case SpeechAct.Cancel:
                return (SmallTalk.Cancelled, state.Cancel());
            case SpeechAct.Thanks:
                return (SmallTalk.Welcome, state);
            case SpeechAct.Goodbye:
                return (SmallTalk.Goodbye, state);
            case SpeechAct.AskPerson:
                return (responder.HandOff(request, state, today), state with { AskedBeside = request.Intent });
            case SpeechAct.AskMore:
                return BesideWaiting(responder.InFull(state, today), state);
            case SpeechAct.PassOver:
                return PassOver(request, state, today);
            case SpeechAct.AskSteps or SpeechAct.AskWhy when state.IsWaiting:
                return Waiting.ComeBack(SmallTalk.NotReckonedYet(state.Asked!.Value), state with { Interruptions = state.Interruptions - 1 }, state.Slots);
            case SpeechAct.AskSteps or SpeechAct.AskWhy:
                return (responder.Explain(state, request.Act == SpeechAct.AskSteps, today), state);
            case SpeechAct.AskSource:
                return BesideWaiting(responder.Sources(state, today), state);
            default:
                return BesideWaiting(request.Act == SpeechAct.Greet ? SmallTalk.Greeting : SmallTalk.Abilities, state);
        }
    }

    /// <summary>What is asked for stays open beside what asks nothing new.</summary>
    private static (Answer Answer, ConversationState Next) BesideWaiting(Answer answer, ConversationState state) =>
        state.IsWaiting ? Waiting.ComeBack(answer, state with { Interruptions = state.Interruptions - 1 }, state.Slots) : (answer, state);

    /// <summary>A fact that is not known is not asked for again: the question is answered without it, or the next one asked for.</summary>
    private (Answer Answer, ConversationState Next) PassOver(Request request, ConversationState state, DateOnly today)
    {
        if (state is not { Asked: { } fact, LastIntent: { } intent })
            return (SmallTalk.NoMatter, state);
        var unknown = state.Unknown.Add(fact);
        if (!state.AskedBack)
            return (SmallTalk.StandsAsItIs with { FollowUps = state.Offered }, state with { Unknown = unknown, Asked = null });

        var question = new PastQuestion(intent, state.LastQuestion, state.Slots) { Unknown = unknown };
        return After(state with { AskedWith = "" }, request, question, interrupts: false, today);
    }

    /// <summary>Who is asked for a fact can say that it is not known.</summary>
    private static Answer WithWayOut(Answer answer) =>
        answer.Missing.IsEmpty ? answer : answer with { FollowUps = [.. answer.FollowUps.Take(MostChoices), new FollowUp(NotKnown)] };

    /// <summary>The question that was just answered is no next step.</summary>
    private static Answer WithoutRepeats(Answer answer, Request request) => answer.Kind == AnswerKind.AskBack
        ? answer
        : WithoutButtons(answer, button => button.Message == request.Text || button.Title == request.Text);

    private static Answer WithoutButtons(Answer answer, Predicate<FollowUp> isNeedless) => answer with { FollowUps = answer.FollowUps.RemoveAll(isNeedless) };

    /// <summary>What is asked in full: a message that only varies or completes a question is read together with it.</summary>
    private static string WordingOf(Request request, string before) => request.Act switch
    {
        SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn when !before.EndsWith(request.Wording, StringComparison.Ordinal) => Shortened($"{before} {request.Wording}"),
        SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn => before,
        _ => request.Wording,
    };

    /// <summary>The end of a wording that has grown over many turns.</summary>
    private static string Shortened(string wording) => wording.Length <= 120 ? wording : wording[^120..];
}

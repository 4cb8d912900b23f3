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
    /// <summary>What is said before the resident has said anything.</summary>
    public Answer Greeting() => SmallTalk.Greeting;

    /// <param name="state">The conversation so far.</param>
    /// <param name="message">What the resident typed, as it came.</param>
    /// <param name="today">Today in China.</param>
    public TurnResult Take(ConversationState state, string message, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        var replies = ImmutableArray.CreateBuilder<Reply>();
        foreach (var request in interpreter.Interpret(message, state.ToContext(), today))
        {
            var answer = request.Act switch
            {
                SpeechAct.Restart => SmallTalk.Restarted,
                SpeechAct.Cancel => SmallTalk.Cancelled,
                SpeechAct.Thanks => SmallTalk.Welcome,
                SpeechAct.Greet => SmallTalk.Greeting,
                SpeechAct.Goodbye => SmallTalk.Goodbye,
                SpeechAct.AskAbilities => SmallTalk.Abilities,
                SpeechAct.AskPerson => responder.HandOff(request, state, today),
                SpeechAct.AskWhy => responder.Explain(state, today),
                SpeechAct.AskSource => responder.Sources(state, today),
                _ => responder.Answer(request, WordingOf(request, state), today),
            };
            if (Interrupts(state, request, answer))
            {
                replies.Add(new Reply(request, ComeBack(state, answer)));
                state = state with { Slots = state.Slots with { Region = request.Slots.Region ?? state.Slots.Region } };
                continue;
            }
            replies.Add(new Reply(request, answer));
            state = After(state, request, answer);
        }
        return new TurnResult(replies.ToImmutable(), state);
    }

    /// <summary>
    /// True when something else was asked while the bot waits for a fact without which it can say nothing. A place that is
    /// asked for is no such fact: what holds everywhere has been told with the question.
    /// </summary>
    private static bool Interrupts(ConversationState state, Request request, Answer answer) =>
        state.AskedWith.Length > 0
        && request.Act == SpeechAct.Ask && request.Intent != state.LastIntent
        && answer.Kind != AnswerKind.AskBack;

    /// <summary>The sentence that asks, without the figures that may stand before it.</summary>
    private static string QuestionOf(string summary)
    {
        var mark = summary.IndexOf('？', StringComparison.Ordinal);
        return mark < 0 ? summary : summary[(summary.LastIndexOf('。', mark) + 1)..(mark + 1)];
    }

    private static Answer ComeBack(ConversationState state, Answer answer) => answer with
    {
        Details = answer.Details.Add($"回到刚才的：{state.AskedWith}"),
        FollowUps = state.Offered,
    };

    /// <summary>What is asked in full: a message that only varies or completes the last question is read together with it.</summary>
    private static string WordingOf(Request request, ConversationState state) => request.Act switch
    {
        SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn when !state.LastQuestion.EndsWith(request.Wording, StringComparison.Ordinal) =>
            Shortened($"{state.LastQuestion} {request.Wording}"),
        SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn => state.LastQuestion,
        _ => request.Wording,
    };

    /// <summary>The end of a wording that has grown over many turns.</summary>
    private static string Shortened(string wording) => wording.Length <= 120 ? wording : wording[^120..];

    private static ConversationState After(ConversationState state, Request request, Answer answer) => request.Act switch
    {
        SpeechAct.Restart => ConversationState.New,
        SpeechAct.Cancel => state with { Asked = null, Offered = answer.FollowUps },
        SpeechAct.Ask or SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn => AfterQuestion(state, request, answer),
        SpeechAct.AskPerson => state with { AskedBeside = request.Intent, Offered = answer.FollowUps },
        _ => state with { Offered = answer.FollowUps },
    };

    private static ConversationState AfterQuestion(ConversationState state, Request request, Answer answer)
    {
        var isOurs = answer.Kind is AnswerKind.Answer or AnswerKind.AskBack or AnswerKind.NotPublished;
        return state with
        {
            LastIntent = isOurs ? request.Intent : state.LastIntent,
            AskedBeside = request.OfOurs,
            LastQuestion = isOurs ? WordingOf(request, state) : state.LastQuestion,
            Slots = request.Slots,
            Asked = answer.Missing is [var fact, ..] ? fact : null,
            AskedWith = answer is { Kind: AnswerKind.AskBack, Missing: [not Fact.Region, ..] } ? QuestionOf(answer.Summary) : "",
            Offered = answer.FollowUps,
        };
    }
}

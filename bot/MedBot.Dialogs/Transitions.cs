using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>How a conversation goes on.</summary>
internal static class Transitions
{
    /// <summary>After an answer to a question of ours, or a question back.</summary>
    public static ConversationState WithQuestion(this ConversationState state, PastQuestion question, Answer answer)
    {
        var asked = answer.Missing is [var fact, ..] ? fact : (Fact?)null;
        var asksBack = answer.Kind == AnswerKind.AskBack && asked is not null;
        // A place that is asked for beside what holds everywhere leaves nothing unanswered.
        var waits = asksBack && !(asked == Fact.Region && !(answer.Figures.IsEmpty && answer.Details.IsEmpty));
        return state.AnsweredBy(question, answer) with
        {
            Earlier = state.LastIntent is { } before && before != question.Intent ? new PastQuestion(before, state.LastQuestion, state.Slots) : state.Earlier,
            LastIntent = question.Intent,
            LastQuestion = question.Wording,
            Slots = question.Slots,
            Unknown = question.Unknown,
            Asked = asked,
            AskedWith = waits ? QuestionOf(answer.Summary) : "",
            AskedBack = asksBack,
            Interruptions = 0,
            Paused = null,
        };
    }

    /// <summary>Remembers what 怎么算的 and 依据 are asked of. A question back that tells nothing yet is no answer.</summary>
    public static ConversationState AnsweredBy(this ConversationState state, PastQuestion question, Answer answer) =>
        answer.Kind == AnswerKind.AskBack && answer.Figures.IsEmpty && answer.Citations.IsEmpty
            ? state
            : state with { Answered = question, Reckoned = answer.Steps.IsEmpty ? state.Reckoned : question };

    /// <summary>After something that is not ours or was not understood: what was not understood changes nothing, and what was said of something else is remembered beside the rest.</summary>
    public static ConversationState Without(this ConversationState state, Request request, Answer answer) => state with
    {
        Slots = answer.Kind == AnswerKind.NotUnderstood ? state.Slots with { Region = request.Slots.Region ?? state.Slots.Region } : request.OfOurs is null ? request.Slots.Over(state.Slots)
            : state.Slots with { Region = request.Slots.Region ?? state.Slots.Region },
        Asked = null,
        AskedWith = "",
        AskedBack = false,
        Paused = null,
    };

    /// <summary>The question that waits, to be taken up again.</summary>
    public static PausedQuestion? Pause(this ConversationState state) => state is { LastIntent: { } intent, Asked: { } asked }
        ? new PausedQuestion(new PastQuestion(intent, state.LastQuestion, state.Slots) { Unknown = state.Unknown }, asked, state.AskedWith, state.Offered)
        : null;

    /// <summary>After 算了: nothing is being asked for. Of a question that is left only the place and the person stay.</summary>
    public static ConversationState Cancel(this ConversationState state)
    {
        var left = state with { Asked = null, AskedWith = "", AskedBack = false, Paused = null, Interruptions = 0, Unknown = [] };
        return !state.AskedBack ? left : left with
        {
            LastIntent = state.Answered?.Intent,
            LastQuestion = state.Answered?.Wording ?? "",
            Slots = new Slots { Region = state.Slots.Region, Persons = state.Slots.Persons, AgeYears = state.Slots.AgeYears },
        };
    }

    /// <summary>The sentence that asks, without the figures that may stand before it.</summary>
    private static string QuestionOf(string summary)
    {
        var mark = summary.IndexOf('？', StringComparison.Ordinal);
        return mark < 0 ? summary : summary[(summary.LastIndexOf('。', mark) + 1)..(mark + 1)];
    }
}

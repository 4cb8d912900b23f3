using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>Comes back to a question that waits for a fact, after something else was answered.</summary>
internal static class Waiting
{
    /// <summary>The answer, and below it what is still being asked for.</summary>
    /// <param name="answer">What was answered meanwhile.</param>
    /// <param name="state">The conversation with the question that waits.</param>
    /// <param name="told">The facts of what was asked meanwhile: a place that is told serves both.</param>
    public static (Answer Answer, ConversationState Next) ComeBack(Answer answer, ConversationState state, Slots told) =>
        (Asking(answer, state), state with { Interruptions = state.Interruptions + 1, Slots = state.Slots with { Region = state.Slots.Region ?? told.Region } });

    /// <summary>The same for a question that had been put aside while another one was asked back about.</summary>
    public static (Answer Answer, ConversationState Next) Resume(Answer answer, ConversationState state, PausedQuestion paused)
    {
        var question = paused.Question;
        var resumed = state with
        {
            LastIntent = question.Intent,
            LastQuestion = question.Wording,
            Slots = question.Slots with { Region = question.Slots.Region ?? state.Slots.Region },
            Unknown = question.Unknown,
            Asked = paused.Asked,
            AskedWith = paused.AskedWith,
            AskedBack = true,
            Offered = paused.Offered,
            Paused = null,
            Interruptions = 1,
        };
        return (Asking(answer, resumed), resumed);
    }

    private static Answer Asking(Answer answer, ConversationState state) => answer with
    {
        Summary = $"{answer.Summary}\n回到刚才的：{state.AskedWith}",
        FollowUps = state.Offered,
    };
}

using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Host.Tests.Serving.Hosting;

/// <summary>Answers every message with its own text, as a question about the premium.</summary>
internal sealed class EchoDialog : IDialog
{
    /// <summary>Makes it fail.</summary>
    public const string Trap = "出错";

    public Answer Greeting() => new(AnswerKind.Answer, "您好");

    public TurnResult Take(ConversationState state, string message, DateOnly today) => message == Trap
        ? throw new InvalidOperationException($"Broken by {message}")
        : new TurnResult([new Reply(new Request(message, SpeechAct.Ask, Intent.Premium, 1), new Answer(AnswerKind.Answer, $"回答：{message}"))], state);
}

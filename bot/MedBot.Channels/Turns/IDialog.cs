using MedBot.Dialogs;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>Whoever answers what channels bring: the dialog engine, or in a channel's tests a script. Thread-safe.</summary>
public interface IDialog
{
    /// <summary>What is said before anybody has asked.</summary>
    Answer Greeting();

    /// <summary>The answers to one message, and the conversation after it.</summary>
    TurnResult Take(ConversationState state, string message, DateOnly today);
}

/// <summary>The dialog engine behind the channels.</summary>
internal sealed class EngineDialog(DialogEngine engine) : IDialog
{
    public Answer Greeting() => engine.Greeting();

    public TurnResult Take(ConversationState state, string message, DateOnly today) => engine.Take(state, message, today);
}

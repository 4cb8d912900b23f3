using MedBot.Dialogs;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>Whoever answers what channels bring: the dialog engine, or in a channel's tests a script. Thread-safe.</summary>
public interface IDialog
{
    /// <summary>What is said before anybody has asked.</summary>
    Answer Greeting();

    /// <summary>The answers to one message, and the conversation after it. At once: nothing is waited for.</summary>
    TurnResult Take(ConversationState state, string message, DateOnly today);

    /// <summary>
    /// The same turn by what takes its time, such as a language model. Channels wait for it as long as they can and say it in
    /// the first result's place; what comes later follows the first result.
    /// </summary>
    /// <param name="state">The conversation before the turn.</param>
    /// <param name="message">What was asked.</param>
    /// <param name="first">What <see cref="Take"/> made of it.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="onProgress">Told of the answer so far, each time that more of it is certain to be true; the result may yet be another one. Null when nobody looks on.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    /// <returns>A result with something to say in the first one's place; null in its place when nothing better came of it. Null when the first result is the last word.</returns>
    Task<TurnResult?>? Elaborate(
        ConversationState state, string message, TurnResult first, DateOnly today, Action<Answer>? onProgress, CancellationToken cancellation) => null;
}

/// <summary>The dialog engine behind the channels.</summary>
internal sealed class EngineDialog(DialogEngine engine) : IDialog
{
    public Answer Greeting() => engine.Greeting();

    public TurnResult Take(ConversationState state, string message, DateOnly today) => engine.Take(state, message, today);
}

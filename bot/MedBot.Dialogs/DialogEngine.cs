using System.Collections.Immutable;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs;

/// <summary>One answer to one question of a message.</summary>
/// <param name="Answer">What the resident is told.</param>
public sealed record Reply(Answer Answer);

/// <summary>What a turn leaves behind: the replies in the order in which the questions stood, and the state for the next turn.</summary>
public sealed record TurnResult(ImmutableArray<Reply> Replies, ConversationState State);

/// <summary>What a conversation remembers between turns. Serialised as versioned JSON; immutable.</summary>
public sealed record ConversationState
{
    public static ConversationState New { get; } = new();

    public string ToJson() => "{}";

    /// <summary>Reads what <see cref="ToJson"/> wrote, in this or another version; what it does not know it leaves out.</summary>
    public static ConversationState FromJson(string json) => New;
}

/// <summary>
/// Takes a resident's message and the conversation so far, gives the replies and the conversation after it.
/// Pure: no clock, no storage, no channel. Thread-safe.
/// </summary>
public sealed class DialogEngine
{
    /// <summary>What is said before the resident has said anything.</summary>
    public Answer Greeting() => new(AnswerKind.Answer, "您好");

    /// <param name="state">The conversation so far.</param>
    /// <param name="message">What the resident typed, as it came.</param>
    /// <param name="today">Today in China.</param>
    public TurnResult Take(ConversationState state, string message, DateOnly today) =>
        new([new Reply(new Answer(AnswerKind.NotUnderstood, "没有听懂"))], state);
}

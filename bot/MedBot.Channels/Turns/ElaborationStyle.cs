using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>How a channel deals with a dialog whose better answer takes its time.</summary>
/// <param name="Patience">How long the first answer is held back for the better one, counted from when the message came in.</param>
public sealed record ElaborationStyle(TimeSpan Patience)
{
    /// <summary>For clients that are called back or go on listening: a caller gives up after some 15 seconds.</summary>
    public static ElaborationStyle Following { get; } = new(TimeSpan.FromSeconds(8));

    /// <summary>For callers who get nothing but the answer to their request.</summary>
    public static ElaborationStyle InTimeOnly { get; } = Following with { Follows = false };

    /// <summary>How much longer it is held back once its sender sees the better one being written.</summary>
    public TimeSpan PatienceWhileShown { get; } = TimeSpan.FromSeconds(8);

    /// <summary>True when a better answer that comes later is kept and shown behind the first one.</summary>
    public bool Follows { get; init; } = true;

    /// <summary>What is said behind a first answer that a better one may follow; null to say nothing.</summary>
    public Answer? Promise { get; init; }

    /// <summary>What is noted on a better answer that follows; null to note nothing.</summary>
    public ReplyNote? NoteOnFollowing { get; init; }
}

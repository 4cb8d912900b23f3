using System.Collections.Immutable;

namespace MedBot.Storage.Conversations;

/// <summary>A turn, ready to be kept.</summary>
/// <param name="ConversationId">The conversation that it belongs to.</param>
/// <param name="Watermark">The conversation's watermark that the turn was computed from.</param>
/// <param name="MessageKey">The name by which a retry of the same message is known again; null when the channel gives none.</param>
/// <param name="Activities">The user's activity and then the replies, each a JSON object; they get the numbers after <paramref name="Watermark"/>.</param>
/// <param name="State">The dialog's state after the turn, as JSON.</param>
/// <param name="At">When the turn's last activity took place; kept to the millisecond.</param>
public sealed record CompletedTurn(
    string ConversationId, long Watermark, string? MessageKey, ImmutableArray<string> Activities, string State, DateTimeOffset At)
{
    /// <summary>True to delete, in the same transaction, every activity and message key that the conversation had before. Numbers go on.</summary>
    public bool ForgetsWhatWas { get; init; }

    /// <summary>What is to be sent out because of the turn, in order; kept in the same transaction and sent after it.</summary>
    public ImmutableArray<OutgoingDelivery> Outgoing { get; init; } = [];
}

/// <summary>The activities that a message led to: its own first, then the replies.</summary>
/// <param name="First">Number of the user's own activity.</param>
/// <param name="Last">Number of the last reply; the same as <paramref name="First"/> when there was none.</param>
public sealed record HandledMessage(long First, long Last);

/// <summary>What became of a turn.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome() { }

    /// <summary>It is kept.</summary>
    public sealed record Committed(long Watermark) : CommitOutcome;

    /// <summary>Its message had been handled before; nothing was changed.</summary>
    public sealed record AlreadyHandled(HandledMessage Message) : CommitOutcome;

    /// <summary>Another turn came first; nothing was changed. Compute it again from the new state.</summary>
    public sealed record Superseded : CommitOutcome;

    /// <summary>There is no such conversation (any more).</summary>
    public sealed record NoConversation : CommitOutcome;
}

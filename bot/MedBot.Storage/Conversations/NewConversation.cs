using System.Collections.Immutable;

namespace MedBot.Storage.Conversations;

/// <summary>A conversation as it begins.</summary>
/// <param name="Id">Its id, unique over all channels.</param>
/// <param name="Channel">The channel that it belongs to.</param>
/// <param name="UserId">The user that it is bound to; null when the channel binds none.</param>
/// <param name="State">The dialog's first state, as JSON.</param>
/// <param name="Activities">What is said before the user says anything, each a JSON object.</param>
/// <param name="At">When it begins.</param>
public sealed record NewConversation(
    string Id, string Channel, string? UserId, string State, ImmutableArray<string> Activities, DateTimeOffset At);

/// <summary>What became of a start.</summary>
/// <param name="Created">False when a conversation of that id was there before.</param>
/// <param name="Conversation">The conversation that is kept now.</param>
public sealed record StartOutcome(bool Created, StoredConversation Conversation);

namespace MedBot.Storage.Conversations;

/// <summary>A conversation between two turns.</summary>
/// <param name="Id">Its id, unique over all channels.</param>
/// <param name="Channel">The channel that it belongs to: directline, wechat, …</param>
/// <param name="UserId">The user that it is bound to; null when the channel binds none.</param>
/// <param name="State">What the dialog remembers, as JSON.</param>
/// <param name="Watermark">Number of its last activity; 0 when it has none.</param>
/// <param name="TouchedAt">When its last turn took place, to the millisecond; before any, when it was started.</param>
public sealed record StoredConversation(string Id, string Channel, string? UserId, string State, long Watermark, DateTimeOffset TouchedAt);

/// <summary>What a turn begins with.</summary>
/// <param name="Conversation">The conversation as it is.</param>
/// <param name="Handled">What its message led to when it came before; null when it is new.</param>
public sealed record OpenedTurn(StoredConversation Conversation, HandledMessage? Handled);

using System.Collections.Immutable;
using MedBot.Dialogs;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Audit;

/// <summary>A turn to be audited.</summary>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="Channel">The conversation's channel.</param>
/// <param name="Replies">What the dialog answered, with what it had understood; empty for what it was not asked.</param>
/// <param name="Answers">All answers.</param>
/// <param name="Knowledge">The version of the knowledge that answered; empty when none was asked.</param>
/// <param name="Elapsed">From the message's arrival until the answer was kept.</param>
internal readonly record struct AuditedTurn(
    string ConversationId, string Channel, ImmutableArray<Reply> Replies, ImmutableArray<Answer> Answers, string Knowledge, TimeSpan Elapsed);

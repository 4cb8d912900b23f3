using MedBot.Channels.Audit;
using MedBot.Channels.Turns;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Telemetry;

/// <summary>Tells operations about turns: by meters, by spans, by an audit line for each answer. Thread-safe.</summary>
public sealed class TurnObserver(TurnMeters meters, AnswerAudit audit, TimeProvider clock)
{
    internal TurnMeters Meters => meters;

    internal AnswerAudit Audit => audit;

    internal TimeProvider Clock => clock;

    /// <summary>A message has come. Dispose what is returned when its turn is over.</summary>
    internal TurnWatch Begin() => new(this);

    /// <summary>A better answer followed a turn that was over. It is audited, and is no turn of its own.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="better">The answer.</param>
    /// <param name="elapsed">From the end of the turn until the answer was kept.</param>
    internal void Followed(StoredConversation conversation, Said better, TimeSpan elapsed) =>
        audit.Write(new AuditedTurn(conversation.Id, conversation.Channel, better.Replies, better.Answers, better.Knowledge, elapsed));
}

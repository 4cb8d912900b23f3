using MedBot.Channels.Audit;

namespace MedBot.Channels.Telemetry;

/// <summary>Tells operations about turns: by meters, by spans, by an audit line for each answer. Thread-safe.</summary>
public sealed class TurnObserver(TurnMeters meters, AnswerAudit audit, TimeProvider clock)
{
    internal TurnMeters Meters => meters;

    internal AnswerAudit Audit => audit;

    internal TimeProvider Clock => clock;

    /// <summary>A message has come. Dispose what is returned when its turn is over.</summary>
    internal TurnWatch Begin() => new(this);
}

using System.Diagnostics;

namespace MedBot.Channels.Telemetry;

/// <summary>The spans of a turn. Starting one gives null, and costs nothing, while nobody listens.</summary>
internal static class TurnSpans
{
    public const string Channel = "medbot.channel", Intent = "medbot.intent", Kind = "medbot.answer.kind", Knowledge = "medbot.knowledge.version";

    private static readonly ActivitySource Source = new(TurnMeters.Name);

    public static Activity? Turn() => Source.StartActivity("medbot.turn");

    public static Activity? Dialog() => Source.StartActivity("medbot.dialog");

    public static Activity? Commit() => Source.StartActivity("medbot.commit");
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;
using MedBot.Dialogs;

namespace MedBot.Channels.Connector;

/// <summary>What staff see in the Emulator beside a reply: what was understood and why, which records answered, how long it took.</summary>
internal static class TurnTrace
{
    public static Activity Of(TurnAccount turn) => new()
    {
        Type = ActivityTypes.Trace,
        Name = "MedBotTurn",
        Label = "理解与依据",
        ValueType = "urn:medbot:turn",
        Value = JsonSerializer.SerializeToElement(
            new TurnReport(Math.Round(turn.Elapsed.TotalMilliseconds, 3), [.. turn.Replies.Select(Report)]), TraceJson.Default.TurnReport),
    };

    private static ReplyReport Report(Reply reply)
    {
        var (request, answer) = (reply.Request, reply.Answer);
        return new ReplyReport(
            request.Text,
            request.Act.ToString(),
            request.Intent.ToString(),
            request.Confidence,
            request.Slots.Region?.Value.FullName,
            request.Why,
            answer.Kind.ToString(),
            [.. answer.Figures.Select(figure => figure.Record.Id).Distinct()]);
    }
}

internal sealed record TurnReport(double ElapsedMs, ImmutableArray<ReplyReport> Replies);

internal sealed record ReplyReport(
    string Text, string Act, string Intent, double Confidence, string? Region, ImmutableArray<string> Why, string Kind, ImmutableArray<string> Records);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TurnReport))]
internal sealed partial class TraceJson : JsonSerializerContext;

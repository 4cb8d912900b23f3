using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;
using MedBot.Dialogs;

namespace MedBot.Channels.Connector;

/// <summary>
/// What staff see in the Emulator beside a reply: what was understood and why, which records answered, how long it took;
/// what the bot remembers; and what went wrong. The last two in the forms that the Bot Framework's SDK gives them.
/// </summary>
internal static class TurnTrace
{
    /// <summary>Nothing for a turn that the dialog was not asked in.</summary>
    public static ImmutableArray<Activity> Of(TurnAccount turn)
    {
        if (turn.Failure is { } failure)
            return [Trace("OnTurnError Trace", "TurnError", "https://www.botframework.com/schemas/error", ActivityJson.Text(failure))];
        return turn.Replies.IsEmpty ? [] : [Understood(turn), Remembered(turn.State)];
    }

    private static Activity Understood(TurnAccount turn) => Trace(
        "MedBotTurn",
        "理解与依据",
        "urn:medbot:turn",
        JsonSerializer.SerializeToElement(
            new TurnReport(Math.Round(turn.Elapsed.TotalMilliseconds, 3), turn.Follows, [.. turn.Replies.Select(Report)]), TraceJson.Default.TurnReport));

    private static Activity Remembered(string state) => Trace(
        "BotState", "Bot State", "https://www.botframework.com/schemas/botState", JsonElement.Parse($$"""{"userState":{},"conversationState":{{state}}}"""));

    private static Activity Trace(string name, string label, string valueType, JsonElement value) =>
        new() { Type = ActivityTypes.Trace, Name = name, Label = label, ValueType = valueType, Value = value };

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

internal sealed record TurnReport(double ElapsedMs, bool Follows, ImmutableArray<ReplyReport> Replies);

internal sealed record ReplyReport(
    string Text, string Act, string Intent, double Confidence, string? Region, ImmutableArray<string> Why, string Kind, ImmutableArray<string> Records);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TurnReport))]
internal sealed partial class TraceJson : JsonSerializerContext;

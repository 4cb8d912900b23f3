using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;

namespace MedBot.Channels.Connector;

/// <summary>A pressed button of a card: an invoke named adaptiveCard/action, whose answer goes to the card and to nobody else.</summary>
internal static class CardSubmission
{
    public const string InvokeName = "adaptiveCard/action";

    private const string MessageType = "application/vnd.microsoft.activity.message", ErrorType = "application/vnd.microsoft.error";

    /// <summary>What the pressed action asks, in its data: a text by itself or under text; null when there is none.</summary>
    public static string? QuestionOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } invoked
        && invoked.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var data)
            ? ClientActivity.TextIn(data)
            : null;

    /// <summary>The replies as the one text that the client shows.</summary>
    public static InvokeAnswer Answer(ImmutableArray<Activity> replies) =>
        new(200, MessageType, ActivityJson.Text(string.Join("\n\n", replies.Select(reply => reply.Text))));

    /// <summary>What the SDK answers to an action that it cannot read.</summary>
    public static InvokeAnswer Refusal() => new(
        400, ErrorType, JsonSerializer.SerializeToElement(new InvokeError("BadRequest", "value.action.data must hold the question: a text, or an object with a text."), InvokeJson.Default.InvokeError));
}

/// <summary>The body of an answer to adaptiveCard/action.</summary>
internal sealed record InvokeAnswer(int StatusCode, string Type, JsonElement Value);

internal sealed record InvokeError(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InvokeAnswer))]
[JsonSerializable(typeof(InvokeError))]
internal sealed partial class InvokeJson : JsonSerializerContext
{
    /// <summary>The context to use: Chinese stays readable.</summary>
    public static InvokeJson Readable { get; } = new(ActivityJson.WireOptions());
}

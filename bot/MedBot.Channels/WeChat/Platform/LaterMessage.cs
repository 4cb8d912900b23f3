using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.WeChat.Platform;

/// <summary>A better answer as a customer-service message: its first page, like a passive reply.</summary>
internal static class LaterMessage
{
    /// <summary>Nothing for a turn whose answer is the passive reply.</summary>
    public static ImmutableArray<OutgoingDelivery> Of(string channel, string residentId, TurnAccount turn) =>
        turn.Follows && turn.Activities is [var reply, ..] ? [new OutgoingDelivery(channel, residentId, Body(residentId, WeChatRenderer.FirstPage(reply).Page))] : [];

    private static string Body(string residentId, string text) =>
        JsonSerializer.Serialize(new CustomerMessage(residentId, "text", new CustomerText(text)), PlatformJson.Readable.CustomerMessage);
}

/// <summary>The body of message/custom/send.</summary>
internal sealed record CustomerMessage(
    [property: JsonPropertyName("touser")] string ToUser,
    [property: JsonPropertyName("msgtype")] string MessageType,
    [property: JsonPropertyName("text")] CustomerText Text);

internal sealed record CustomerText([property: JsonPropertyName("content")] string Content);

/// <summary>The body of stable_token.</summary>
internal sealed record TokenRequest(
    [property: JsonPropertyName("grant_type")] string GrantType,
    [property: JsonPropertyName("appid")] string AppId,
    [property: JsonPropertyName("secret")] string Secret);

/// <summary>Whatever the platform answers: a token, or how a call went.</summary>
internal sealed record PlatformAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("errcode")] int ErrorCode,
    [property: JsonPropertyName("errmsg")] string? ErrorMessage);

[JsonSerializable(typeof(CustomerMessage))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(PlatformAnswer))]
internal sealed partial class PlatformJson : JsonSerializerContext
{
    /// <summary>The context to use: the platform shows residents what is escaped as it stands, so nothing is.</summary>
    public static PlatformJson Readable { get; } = new(ActivityJson.WireOptions());
}

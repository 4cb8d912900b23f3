using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MedBot.Channels.DirectLine;

/// <summary>What a token says. Its user claim is the one that Web Chat reads.</summary>
internal sealed record TokenClaims
{
    [JsonPropertyName("use")]
    public required TokenUse Use { get; init; }

    [JsonPropertyName("conv")]
    public required string ConversationId { get; init; }

    /// <summary>The user that it is bound to; null when the client may name one.</summary>
    [JsonPropertyName("user")]
    public string? UserId { get; init; }

    /// <summary>Origins from which it may be used; null for any.</summary>
    [JsonPropertyName("origins")]
    public ImmutableArray<string>? TrustedOrigins { get; init; }

    /// <summary>Of a stream's token, the watermark after which the stream begins.</summary>
    [JsonPropertyName("mark")]
    public long? Watermark { get; init; }

    /// <summary>End of its life, seconds since 1970; at that second it has expired.</summary>
    [JsonPropertyName("exp")]
    public long ExpiresAt { get; init; }
}

/// <summary>What a token is good for; one kind is never taken for another.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TokenUse>))]
internal enum TokenUse
{
    /// <summary>Calls on a conversation.</summary>
    Conversation,

    /// <summary>Opening a conversation's WebSocket, from an address that may end up in a log; good for a minute.</summary>
    Stream,

    /// <summary>Getting a new token for a conversation that a browser had before.</summary>
    Resume,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;

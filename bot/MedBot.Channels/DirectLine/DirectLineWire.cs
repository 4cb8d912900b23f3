using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MedBot.Channels.DirectLine;

/// <summary>Optional body of tokens/generate and of the start of a conversation.</summary>
internal sealed record TokenParameters(DirectLineUser? User, ImmutableArray<string>? TrustedOrigins);

internal sealed record DirectLineUser(string? Id, string? Name);

/// <summary>A conversation with what opens it.</summary>
/// <param name="ConversationId">Its id.</param>
/// <param name="Token">Opens it until it expires.</param>
/// <param name="ExpiresIn">Seconds until then.</param>
/// <param name="StreamUrl">Absolute address of its WebSocket; null when it was not started.</param>
internal sealed record ConversationGranted(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

internal sealed record ResourceCreated(string Id);

/// <summary>What the page asks when it opens.</summary>
/// <param name="Resume">What it was given the last time; null for a new conversation.</param>
internal sealed record PageOpened(string? Resume);

/// <summary>What the page needs to speak.</summary>
/// <param name="ConversationId">The conversation, new or the former one.</param>
/// <param name="Token">Opens it.</param>
/// <param name="UserId">Who the resident is in it.</param>
/// <param name="Resume">To be shown the next time.</param>
/// <param name="Resumed">True when there is a history to be shown.</param>
internal sealed record PageGranted(string ConversationId, string Token, string UserId, string Resume, bool Resumed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(ConversationGranted))]
[JsonSerializable(typeof(ResourceCreated))]
[JsonSerializable(typeof(PageOpened))]
[JsonSerializable(typeof(PageGranted))]
internal sealed partial class DirectLineJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace MedBot.Channels.Requests;

/// <summary>A refusal as the Bot Framework's clients read it. Codes are stable, messages are not.</summary>
internal sealed record ErrorAnswer(ErrorBody Error);

internal sealed record ErrorBody(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class ErrorJson : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Connector;

namespace MedBot.Channels.Activities;

/// <summary>Activities as JSON. Chinese stays readable; the texts are only ever sent as JSON, never inside HTML.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>The context to use: names in camel case, nulls left out, Chinese not escaped.</summary>
    public static ActivityJson Readable { get; } = new(WireOptions());

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Readable.Activity);

    /// <exception cref="JsonException">The text is not an activity.</exception>
    public static Activity Read(string json) =>
        JsonSerializer.Deserialize(json, Readable.Activity) ?? throw new JsonException("An activity was expected where null stands.");

    /// <summary>A string as a JSON value.</summary>
    public static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, TextJson.Default.String);

    /// <summary>How the Bot Framework writes JSON.</summary>
    internal static JsonSerializerOptions WireOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

[JsonSerializable(typeof(string))]
internal sealed partial class TextJson : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;

namespace MedBot.Channels.WeChat.Menu;

/// <summary>The menu at the foot of an Official Account.</summary>
/// <param name="Buttons">One to three.</param>
public sealed record WeChatMenu([property: JsonPropertyName("button")] ImmutableArray<MenuButton> Buttons)
{
    /// <summary>The questions that its buttons ask: CLICK brings each back as its key.</summary>
    [JsonIgnore]
    public IEnumerable<string> Questions =>
        Buttons.SelectMany(button => button.Below ?? [button]).Select(button => button.Key).OfType<string>();

    /// <summary>The body of menu/create.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, MenuJson.Readable.WeChatMenu);
}

/// <summary>A button: one that asks, one that opens a page, or one with buttons below.</summary>
/// <param name="Name">What it shows.</param>
public sealed record MenuButton([property: JsonPropertyName("name")] string Name)
{
    /// <summary>click or view; null for a button with others below.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>What a button of type click asks.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    /// <summary>What a button of type view opens.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("sub_button")]
    public ImmutableArray<MenuButton>? Below { get; init; }
}

[JsonSerializable(typeof(WeChatMenu))]
internal sealed partial class MenuJson : JsonSerializerContext
{
    public static MenuJson Readable { get; } = new(new JsonSerializerOptions(ActivityJson.WireOptions()) { WriteIndented = true });
}

using System.Text.Json;
using MedBot.Channels.Activities;

namespace MedBot.Channels.Turns;

/// <summary>What is remembered of a reply for the sake of what is typed next. Kept in its channel data, where no client gets to see it.</summary>
public sealed record ReplyNote
{
    private const string Property = "note";

    private readonly string _word;

    private ReplyNote(string word) => _word = word;

    /// <summary>Its sender had stopped waiting when it was ready: it waits to be asked for.</summary>
    public static ReplyNote Unseen { get; } = new("unseen");

    /// <summary>It was sent after the reply that its sender saw, and can be asked for in case it did not arrive.</summary>
    public static ReplyNote SentLater { get; } = new("sentLater");

    /// <summary>A better one was promised.</summary>
    public static ReplyNote Promising { get; } = new("promising");

    internal Activity On(Activity reply) => reply with { ChannelData = JsonElement.Parse($$"""{"{{Property}}":"{{_word}}"}""") };

    internal bool IsOn(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty(Property, out var word)
        && word.ValueKind == JsonValueKind.String
        && word.ValueEquals(_word);
}

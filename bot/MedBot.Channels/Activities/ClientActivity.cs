using System.Text.Json;

namespace MedBot.Channels.Activities;

/// <summary>Activities as clients write them.</summary>
internal static class ClientActivity
{
    /// <summary>What a client may say of its own activity. Id, time, conversation, sender and the like are the server's to say.</summary>
    public static Activity Recordable(Activity activity) => new()
    {
        Type = activity.Type,
        Text = activity.Text,
        TextFormat = activity.TextFormat,
        Locale = activity.Locale,
        LocalTimestamp = activity.LocalTimestamp,
        LocalTimezone = activity.LocalTimezone,
        Attachments = activity.Attachments,
        AttachmentLayout = activity.AttachmentLayout,
        Entities = activity.Entities,
        ChannelData = activity.ChannelData,
        Name = activity.Name,
        Value = activity.Value,
        ValueType = activity.ValueType,
        ReplyToId = activity.ReplyToId,
        Code = activity.Code,
    };

    /// <summary>What a message asks: its text; else the value of what was pressed, see <see cref="TextIn"/>; null when neither.</summary>
    public static string? Question(Activity activity) => activity switch
    {
        { Type: not ActivityTypes.Message } => null,
        { Text: { } text } => text,
        { Value: { } value } => TextIn(value),
        _ => null,
    };

    /// <summary>The text that a button posts back: the value itself, or under text where a card submits its data; null when there is none.</summary>
    public static string? TextIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String => text.GetString(),
        _ => null,
    };
}

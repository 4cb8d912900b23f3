using MedBot.Channels.Activities;

namespace MedBot.Channels.Turns;

/// <summary>Puts on an activity what only the server may say: its id, its time, its conversation.</summary>
internal static class ActivityStamp
{
    /// <summary>Ids as the Direct Line service gives them: {conversation}|0000001.</summary>
    public static string IdOf(string conversationId, long number) => $"{conversationId}|{number:D7}";

    public static Activity Stamp(Activity activity, string channel, string conversationId, long number, DateTimeOffset at) =>
        activity with
        {
            Id = IdOf(conversationId, number),
            Timestamp = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            ChannelId = channel,
            Conversation = new ConversationAccount { Id = conversationId },
            ServiceUrl = null,
        };
}

using System.Text.Json;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Channels.Requests;
using MedBot.Channels.Turns;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.DirectLine;

/// <summary>What Direct Line's clients send, as the messages that a turn takes.</summary>
internal static class DirectLineChannel
{
    public const string Name = "directline";

    public static ChannelStyle Style { get; } = new(MarkdownRenderer.Render) { Channel = Name };

    private const string AnonymousUser = "user";

    private const int LongestKey = 200;

    /// <summary>The message of an activity that a client posted.</summary>
    /// <param name="conversationId">The conversation that it was posted to.</param>
    /// <param name="activity">As the client wrote it.</param>
    /// <param name="boundUser">The user of the token, who wins over whatever the activity says; null when the token names none.</param>
    /// <param name="longestText">Longest text of a message.</param>
    /// <exception cref="RefusedRequestException">400 or 413.</exception>
    public static IncomingMessage Incoming(string conversationId, Activity activity, string? boundUser, int longestText)
    {
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.MessageReaction or ActivityTypes.EndOfConversation))
            throw Bad("Clients may send activities of type message, event, typing, messageReaction and endOfConversation.");
        if (activity.Text?.Length > longestText)
            throw new RefusedRequestException(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The text must not be longer than {longestText} characters.");

        var userId = boundUser ?? activity.From?.Id ?? AnonymousUser;
        if (userId == TurnRunner.Bot.Id)
            throw Bad("from.id is the bot's own.");

        var user = new ChannelAccount { Id = userId, Name = activity.From?.Name, Role = "user" };
        var question = ClientActivity.Question(activity);
        var onlyFiles = activity is { Type: ActivityTypes.Message, Attachments: { IsDefaultOrEmpty: false } } && string.IsNullOrWhiteSpace(question);
        return new IncomingMessage(conversationId, ClientActivityId(activity), question, ClientActivity.Recordable(activity), user)
        {
            Reply = onlyFiles ? UnreadFiles.Answer : null,
        };
    }

    private static string? ClientActivityId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= LongestKey } key
            ? key
            : null;

    private static RefusedRequestException Bad(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);
}

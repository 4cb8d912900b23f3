using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Channels.Requests;
using MedBot.Channels.Turns;
using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.Connector;

/// <summary>An activity that a channel posted, with what its replies need.</summary>
internal sealed class ConnectorChannel
{
    public const string Name = "connector";

    private const string EmulatorChannel = "emulator";

    private readonly Activity _activity;
    private readonly ServiceUrl _service;
    private readonly bool _authenticate;

    /// <exception cref="RefusedRequestException">400, a part that replies need is missing; 413, the text is too long.</exception>
    public ConnectorChannel(Activity activity, ConnectorCaller caller, ConnectorOptions options)
    {
        if (activity.Conversation?.Id is not { Length: > 0 and <= 400 } || activity.From?.Id is not { Length: > 0 and <= 400 } || activity.ChannelId is not { Length: > 0 and <= 100 })
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", "conversation.id, from.id and channelId are needed.");
        if (activity.Text?.Length > options.LongestText)
            throw new RefusedRequestException(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The text must not be longer than {options.LongestText} characters.");

        _activity = activity;
        _authenticate = caller.IsVerified;
        _service = ServiceUrl.Of(activity.ServiceUrl, caller.VouchesFor(activity.ServiceUrl), options.TrustedServiceHosts);
    }

    /// <summary>The conversation among those of all channels.</summary>
    public string ConversationId => $"{Name}:{_activity.ChannelId}:{_activity.Conversation!.Id}";

    public bool WantsRepliesInAnswer => _activity.DeliveryMode == "expectReplies" || _activity.Type == ActivityTypes.Invoke;

    /// <summary>The message to take a turn with.</summary>
    public IncomingMessage Message => new(ConversationId, _activity.Id, ClientActivity.Question(_activity), ClientActivity.Recordable(_activity), _activity.From!);

    /// <summary>The message that a pressed card stands for; null when nothing in it asks anything.</summary>
    public IncomingMessage? CardMessage => CardSubmission.QuestionOf(_activity.Value) is { } question
        ? Message with { Text = question, Activity = ClientActivity.Recordable(_activity) with { Text = question } }
        : null;

    /// <summary>An arrival for each member who is not the bot. Each is greeted once, however often it is told.</summary>
    public IEnumerable<IncomingMessage> Arrivals =>
        (_activity.MembersAdded ?? []).Where(member => member.Id is { Length: > 0 } id && id != _activity.Recipient?.Id)
        .Select(member => new IncomingMessage(ConversationId, $"arrival of {member.Id}", null, ClientActivity.Recordable(_activity), member) { Greets = true });

    public ChannelStyle Style => new(MarkdownRenderer.Render)
    {
        SendOut = SendOut,
        Elaboration = WantsRepliesInAnswer ? ElaborationStyle.InTimeOnly : ElaborationStyle.Following,
    };

    /// <summary>The recorded replies as the channel wants them.</summary>
    public ImmutableArray<Activity> Addressed(IEnumerable<Activity> replies) => [.. replies.Select(Addressed)];

    private ImmutableArray<OutgoingDelivery> SendOut(TurnAccount turn)
    {
        if (WantsRepliesInAnswer)
            return [];
        // Nothing but the Emulator shows traces; other channels pass them on to residents or refuse them.
        var traces = _activity.ChannelId == EmulatorChannel ? TurnTrace.Of(turn) : [];
        return [.. turn.Activities.Concat(traces).Select(Addressed).Select(Delivery)];
    }

    // Ids of replies are given by the channel. Web Chat waits for the activity that a reply names, and it never gets to see
    // the update that a greeting replies to.
    private Activity Addressed(Activity reply) => reply with
    {
        Id = null,
        ChannelId = _activity.ChannelId,
        ServiceUrl = _activity.ServiceUrl,
        Conversation = _activity.Conversation,
        From = _activity.Recipient ?? TurnRunner.Bot,
        Recipient = _activity.From,
        ReplyToId = IsSilentUpdate ? null : _activity.Id,
        Locale = _activity.Locale ?? reply.Locale,
    };

    private bool IsSilentUpdate => _activity.Type == ActivityTypes.ConversationUpdate && _activity.ChannelId is "webchat" or "directline";

    private OutgoingDelivery Delivery(Activity reply)
    {
        var address = new ConnectorAddress(_service.Reply(_activity.Conversation!.Id!, reply.ReplyToId), _service.Trust, _authenticate);
        return new OutgoingDelivery(Name, JsonSerializer.Serialize(address, ConnectorJson.Default.ConnectorAddress), ActivityJson.Write(reply));
    }
}

/// <summary>Where a reply goes.</summary>
/// <param name="Url">The whole address.</param>
/// <param name="Trust">How far it is trusted.</param>
/// <param name="Authenticate">True to show the bot's token there.</param>
internal sealed record ConnectorAddress(Uri Url, ServiceTrust Trust, bool Authenticate);

/// <summary>The answer to an activity that wants its replies in it.</summary>
internal sealed record ExpectedReplies(ImmutableArray<Activity> Activities);

/// <summary>What the token endpoint answers.</summary>
internal sealed record IssuedToken([property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConnectorAddress))]
[JsonSerializable(typeof(IssuedToken))]
internal sealed partial class ConnectorJson : JsonSerializerContext;

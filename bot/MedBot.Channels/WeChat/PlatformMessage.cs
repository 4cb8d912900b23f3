using System.Collections.Frozen;
using MedBot.Channels.Activities;
using MedBot.Channels.Requests;
using MedBot.Channels.Turns;
using MedBot.Policy.Answers;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.WeChat;

/// <summary>What the platform delivered, of WeChat or WeCom, out of its XML.</summary>
internal sealed class PlatformMessage
{
    private const int LongestId = 128, LongestText = 4000;

    private readonly FrozenDictionary<string, string> _fields;
    private readonly string _channel;

    /// <exception cref="RefusedRequestException">400, a field is missing or is not what it should be; 413, the text is too long.</exception>
    public PlatformMessage(string channel, FrozenDictionary<string, string> fields)
    {
        _channel = channel;
        _fields = fields;
        if (Sender is not { Length: > 0 and <= LongestId } || Receiver is not { Length: > 0 and <= LongestId } || Type.Length == 0 || !IsNumber(Field("CreateTime")))
            throw Bad("ToUserName, FromUserName, CreateTime and MsgType are needed.");
        if (!IsEvent && !IsNumber(Field("MsgId")))
            throw Bad("A message needs its MsgId.");
        if (fields.Values.Any(value => value.Length > LongestText))
            throw new RefusedRequestException(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"A field must not be longer than {LongestText} characters.");
    }

    /// <summary>Who sent it: the resident's id for this account.</summary>
    public string Sender => Field("FromUserName");

    /// <summary>Whom it was sent to: the account.</summary>
    public string Receiver => Field("ToUserName");

    public string ConversationId => $"{_channel}:{Receiver}:{Sender}";

    private string Type => Field("MsgType");

    private bool IsEvent => Type == "event";

    /// <summary>The message to take a turn with; null for what nobody expects an answer to.</summary>
    public IncomingMessage? ToTake(DateTimeOffset receivedAt) => Incoming() is { } message ? message with { ReceivedAt = receivedAt } : null;

    private IncomingMessage? Incoming() => Type switch
    {
        "text" when Field("Content").Length > 0 => Asks(Field("Content")),
        "voice" when Field("Recognition").Length > 0 => Asks(Field("Recognition")),
        "voice" => Replies("audio", "没有听出语音里说的话。请打字提问，例如：新生儿怎么参保"),
        "location" => WeChatPlace.Of(Field("Label")) is { } place ? Asks($"我在{place}") : Replies("location", "没有看出这个位置在哪个市县。请直接打出地名，例如：石家庄"),
        "image" => Replies("image", "图片里的内容我看不了。请打字提问；请不要发身份证、社保卡和病历的照片。"),
        "video" or "shortvideo" => Replies("video", "视频里的内容我看不了。请打字提问。"),
        "link" => Replies("link", "链接里的内容我看不了。请把想问的打成文字。"),
        "event" => Event(),
        _ => null,
    };

    private IncomingMessage? Event() => Field("Event").ToLowerInvariant() switch
    {
        "subscribe" => Greets(),
        "scan" when IsQuestion(Field("EventKey")) => Asks(Field("EventKey")),
        "scan" => Greets(),
        "click" when Field("EventKey").Length > 0 => Asks(Field("EventKey")),
        _ => null,
    };

    // A retry is known by its id; events have none and are known by sender, second and sort.
    private string Key => IsEvent ? $"event {Field("CreateTime")} {Field("Event")}" : Field("MsgId");

    private IncomingMessage Asks(string text) => Message(text, new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" });

    private IncomingMessage Greets() => Message(null, new Activity { Type = ActivityTypes.Event, Name = Field("Event") }) with { Greets = true };

    private IncomingMessage Replies(string kind, string text) =>
        Message(null, new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment { ContentType = kind }] })
            with
        { Reply = new Answer(AnswerKind.NotUnderstood, text) };

    private IncomingMessage Message(string? text, Activity activity) =>
        new(ConversationId, Key, text, activity, new ChannelAccount { Id = Sender, Role = "user" });

    private string Field(string name) => _fields.GetValueOrDefault(name, "");

    // Codes that staff print may carry a question as their scene; a number is only a number.
    private static bool IsQuestion(string scene) => scene.Any(character => character is >= '\u4e00' and <= '\u9fff');

    private static bool IsNumber(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    private static RefusedRequestException Bad(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);
}

using System.Collections.Immutable;
using System.Text.Json;

namespace MedBot.Channels.Activities;

/// <summary>
/// An activity on the wire of the Bot Framework (activity schema 3). What MedBot hands on without reading it stays JSON.
/// Members that are null are left out when written, since clients take an explicit null for a value.
/// </summary>
public sealed record Activity
{
    public required string Type { get; init; }

    public string? Id { get; init; }

    /// <summary>When the channel took it, in UTC with milliseconds: 2025-11-01T04:00:00.000Z.</summary>
    public string? Timestamp { get; init; }

    public string? LocalTimestamp { get; init; }

    public string? LocalTimezone { get; init; }

    /// <summary>Where replies are posted. Sent by Connector channels only, and attacker's input unless a token vouches for it.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>plain or markdown. Web Chat takes a message that does not say for Markdown, the schema for plain text.</summary>
    public string? TextFormat { get; init; }

    /// <summary>The text to read aloud.</summary>
    public string? Speak { get; init; }

    public string? InputHint { get; init; }

    public string? Locale { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public ImmutableArray<Attachment>? Attachments { get; init; }

    public string? AttachmentLayout { get; init; }

    public ImmutableArray<ChannelAccount>? MembersAdded { get; init; }

    public ImmutableArray<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Name of an event, invoke or trace.</summary>
    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? ValueType { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? Entities { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary>expectReplies asks for the replies in the answer to the request.</summary>
    public string? DeliveryMode { get; init; }

    public string? Code { get; init; }
}

/// <summary>The types of activity that MedBot acts on or sends.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string EndOfConversation = "endOfConversation";
    public const string Invoke = "invoke";
    public const string MessageReaction = "messageReaction";
    public const string Trace = "trace";
}

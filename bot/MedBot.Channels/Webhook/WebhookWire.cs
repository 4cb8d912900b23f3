using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;

namespace MedBot.Channels.Webhook;

/// <summary>A resident's question as another platform passes it on.</summary>
/// <param name="Conversation">The conversation, in that platform's own words; 1 to 128 characters.</param>
/// <param name="Message">The message's id; 1 to 128 characters. A message that is sent again is answered alike and asks nothing.</param>
/// <param name="Text">What the resident wrote.</param>
internal sealed record WebhookQuestion(string? Conversation, string? Message, string? Text);

/// <summary>What is answered.</summary>
/// <param name="Replies">Plain texts of at most 300 characters, in order; what was asked for in full is longer.</param>
/// <param name="Details">What there is to each reply behind it, to be shown when it is asked for; an empty text where there is nothing more, and null where there is none to any reply.</param>
/// <param name="Choices">What can be asked next.</param>
internal sealed record WebhookAnswer(ImmutableArray<string> Replies, ImmutableArray<string>? Details, ImmutableArray<WebhookChoice> Choices);

/// <param name="Title">What a button shows.</param>
/// <param name="Text">What it says in the resident's place.</param>
internal sealed record WebhookChoice(string Title, string Text);

[JsonSerializable(typeof(WebhookQuestion))]
[JsonSerializable(typeof(WebhookAnswer))]
internal sealed partial class WebhookJson : JsonSerializerContext
{
    /// <summary>The context to use: Chinese stays readable, as on the Bot Framework's wires.</summary>
    public static WebhookJson Readable { get; } = new(ActivityJson.WireOptions());
}

using System.Collections.Immutable;
using System.Text.Json;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Channels.Requests;
using MedBot.Channels.Turns;
using MedBot.Policy.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MedBot.Channels.Webhook;

/// <summary>POST /webhook: JSON in, JSON out. The smallest channel that there can be, to copy from.</summary>
internal static class WebhookEndpoint
{
    public const string Channel = "webhook", Path = "/webhook";

    private const int LargestBody = 64 * 1024, LongestText = 4000, LongestId = 128;

    private static readonly ChannelStyle Style = new(Render) { Elaboration = ElaborationStyle.InTimeOnly };

    public static void Map(IEndpointRouteBuilder routes, WebhookSignature signature) =>
        routes.MapPost(Path, (HttpContext context, TurnRunner turns, CancellationToken cancellation) => PostAsync(context, turns, signature, cancellation))
            .AddEndpointFilter<RefusalFilter>();

    private static async Task<IResult> PostAsync(HttpContext context, TurnRunner turns, WebhookSignature signature, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadJsonAsync(context.Request, LargestBody, cancellation);
        signature.Require(context.Request, body.Span);
        var message = Incoming(JsonSerializer.Deserialize(body.Span, WebhookJson.Readable.WebhookQuestion));

        // Once it is read it is seen through: a caller that hangs up gets the answer when it asks again.
        await turns.StartAsync(Channel, message.ConversationId, null, null, CancellationToken.None);
        return await turns.TakeAsync(message, Style, CancellationToken.None) is TurnOutcome.Answered answered
            ? Results.Json(Answer([.. answered.Replies]), WebhookJson.Readable.WebhookAnswer)
            : throw new RefusedRequestException(StatusCodes.Status404NotFound, "ConversationNotFound", "The conversation was deleted meanwhile.");
    }

    private static IncomingMessage Incoming(WebhookQuestion? question)
    {
        if (question is not { Conversation: { Length: > 0 and <= LongestId } conversation, Message: { Length: > 0 and <= LongestId } id, Text: { } text } || string.IsNullOrWhiteSpace(text))
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", $"conversation, message (up to {LongestId} characters each) and text are needed.");
        if (text.Length > LongestText)
            throw new RefusedRequestException(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The text must not be longer than {LongestText} characters.");
        return new IncomingMessage(
            $"{Channel}:{conversation}", id, text, new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" }, new ChannelAccount { Id = "user", Role = "user" });
    }

    private static ImmutableArray<Activity> Render(ImmutableArray<Answer> answers) =>
    [
        .. answers.Select((answer, index) => new Activity
        {
            Type = ActivityTypes.Message,
            Text = PlainTextRenderer.Render(answer),
            TextFormat = "plain",
            SuggestedActions = index == answers.Length - 1 ? FollowUpButtons.Of(answers) : null,
        }),
    ];

    private static WebhookAnswer Answer(ImmutableArray<Activity> replies)
    {
        var texts = replies.Select(reply => PlainText.Parse(reply.Text ?? "")).ToList();
        return new(
            [.. texts.Select(text => text.Opening)],
            texts.Exists(text => text.Details.Length > 0) ? [.. texts.Select(text => text.Details)] : null,
            [.. replies.SelectMany(reply => reply.SuggestedActions?.Actions ?? []).Select(button => new WebhookChoice(button.Title ?? "", button.Value?.GetString() ?? ""))]);
    }
}

using System.Text.Json;
using MedBot.Channels.Activities;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Connector;

/// <summary>POST /api/messages, for Azure Bot Service, the Emulator and the Agents Playground. Replies go to the activity's service address, one after the other.</summary>
internal static class ConnectorEndpoints
{
    public const string Path = "/api/messages";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, PostAsync).AddEndpointFilter<RefusalFilter>();

    private static async Task<IResult> PostAsync(
        HttpContext context, ConnectorAuthentication authentication, ConnectorInbox inbox, IOptions<ConnectorOptions> options, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadJsonAsync(context.Request, options.Value.LargestActivity, cancellation);
        var activity = JsonSerializer.Deserialize(body.Span, ActivityJson.Readable.Activity) ?? throw new JsonException();
        var caller = await authentication.OfAsync(context, activity.ChannelId, activity.ServiceUrl, cancellation);

        // A channel that hangs up sends the same activity again; it finds the turn taken.
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                return Answer(await inbox.TakeMessageAsync(new ConnectorChannel(activity, caller, options.Value), CancellationToken.None));
            case ActivityTypes.ConversationUpdate:
                return Answer(await inbox.TakeArrivalsAsync(new ConnectorChannel(activity, caller, options.Value), CancellationToken.None));
            case ActivityTypes.Invoke when activity.Name == CardSubmission.InvokeName:
                return Answer(await inbox.TakeCardAsync(new ConnectorChannel(activity, caller, options.Value), CancellationToken.None));
            case ActivityTypes.Invoke:
                return Results.StatusCode(StatusCodes.Status501NotImplemented);
            default:
                return Results.Ok();
        }
    }

    private static IResult Answer(ExpectedReplies? expected) => expected is null
        ? Results.Ok()
        : Results.Json(expected, ActivityJson.Readable.ExpectedReplies);

    private static IResult Answer(InvokeAnswer answer) => Results.Json(answer, InvokeJson.Readable.InvokeAnswer, statusCode: answer.StatusCode);
}

using System.Text.Json;
using MedBot.Channels.Activities;
using MedBot.Channels.Draining;
using MedBot.Channels.Rendering;
using MedBot.Channels.Requests;
using MedBot.Channels.Turns;
using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// Direct Line 3.0, so far as its clients (DirectLineJS, Web Chat) call it: /v3/directline. A message is answered before
/// its POST is: the stream brings the client's own activity and the replies in one set, in that order.
/// </summary>
internal static class DirectLineEndpoints
{
    public const string Prefix = "/v3/directline";

    /// <summary>Most activities that one poll gets; the next poll goes on from there.</summary>
    private const int MostActivitiesInAPoll = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix).AddEndpointFilter<RefusalFilter>();
        api.MapPost("/tokens/generate", GenerateAsync);
        api.MapPost("/tokens/refresh", RefreshAsync);
        api.MapPost("/conversations", StartAsync);
        api.MapGet("/conversations/{id}", ReconnectAsync);
        api.MapGet("/conversations/{id}/activities", ReadAsync);
        api.MapPost("/conversations/{id}/activities", PostAsync);
        api.MapPost("/conversations/{id}/upload", UploadAsync);
        api.MapGet("/conversations/{id}/stream", StreamAsync);
        api.MapFallback(NotFound);
    }

    private static async Task<IResult> GenerateAsync(
        HttpContext context, DirectLineAccess access, DirectLineSessions sessions, IOptions<DirectLineOptions> options, CancellationToken cancellation)
    {
        if (await access.OfAsync(context, cancellation) is not DirectLineGrant.WholeChannel)
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, "BadToken", "Tokens are generated with the secret; renew one with tokens/refresh.");

        var parameters = await ParametersAsync(context.Request, options.Value, cancellation);
        var user = parameters?.User?.Id;
        if (user is not null && !user.StartsWith("dl_", StringComparison.Ordinal))
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", "A user id in a token must begin with dl_.");

        var grant = new DirectLineGrant.OneConversation(sessions.NewConversationId(), user, parameters?.TrustedOrigins);
        return Json(await sessions.GrantAsync(grant, cancellation));
    }

    private static async Task<IResult> RefreshAsync(HttpContext context, DirectLineAccess access, DirectLineSessions sessions, CancellationToken cancellation) =>
        await access.OfAsync(context, cancellation) is DirectLineGrant.OneConversation one
            ? Json(await sessions.GrantAsync(one, cancellation))
            : throw new RefusedRequestException(StatusCodes.Status403Forbidden, "BadToken", "A token is renewed with itself, not with the secret.");

    private static async Task<IResult> StartAsync(
        HttpContext context, DirectLineAccess access, DirectLineSessions sessions, TurnRunner turns, IOptions<DirectLineOptions> options, CancellationToken cancellation)
    {
        var callers = await access.OfAsync(context, cancellation);
        var parameters = await ParametersAsync(context.Request, options.Value, cancellation);
        var grant = callers as DirectLineGrant.OneConversation
            ?? new DirectLineGrant.OneConversation(sessions.NewConversationId(), null, null);

        var user = grant.UserId ?? parameters?.User?.Id;
        var outcome = await turns.StartAsync(DirectLineChannel.Name, grant.ConversationId, user, MarkdownRenderer.Render, cancellation);
        // A client that starts has seen nothing, whether or not the conversation runs already.
        var granted = await sessions.GrantAsync(grant, context.Request, after: 0, cancellation);
        return Json(granted, outcome.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReconnectAsync(
        string id, HttpContext context, DirectLineAccess access, DirectLineSessions sessions, CancellationToken cancellation)
    {
        var grant = await access.OfAsync(context, id, cancellation);
        var conversation = await sessions.RequireAsync(id, cancellation);
        var after = Watermark.Of(context.Request) ?? conversation.Watermark;
        var one = grant as DirectLineGrant.OneConversation ?? new DirectLineGrant.OneConversation(id, null, null);
        return Json(await sessions.GrantAsync(one, context.Request, Math.Min(after, conversation.Watermark), cancellation));
    }

    private static async Task<IResult> ReadAsync(
        string id, HttpContext context, DirectLineAccess access, DirectLineSessions sessions, IConversationStore store, CancellationToken cancellation)
    {
        await access.OfAsync(context, id, cancellation);
        var conversation = await sessions.RequireAsync(id, cancellation);
        var after = Math.Min(Watermark.Of(context.Request) ?? 0, conversation.Watermark);
        var activities = await store.ReadAsync(id, after, MostActivitiesInAPoll, cancellation);
        var set = ActivitySetText.Of(activities, activities.IsEmpty ? after : activities[^1].Number);
        return Results.Text(set, "application/json; charset=utf-8");
    }

    private static async Task<IResult> PostAsync(
        string id, HttpContext context, DirectLineAccess access, DirectLineSessions sessions, TurnRunner turns, IOptions<DirectLineOptions> options, CancellationToken cancellation)
    {
        var grant = await access.OfAsync(context, id, cancellation);
        var activity = await BodyAsync(context.Request, options.Value, cancellation);
        if (activity.Type == ActivityTypes.Typing)
        {
            await sessions.RequireAsync(id, cancellation);
            return Json(new ResourceCreated($"{id}|typing"));
        }

        return await TakeAsync(id, grant, activity, turns, options.Value);
    }

    private static async Task<IResult> UploadAsync(
        string id, HttpContext context, DirectLineAccess access, DirectLineSessions sessions, TurnRunner turns, IOptions<DirectLineOptions> options, CancellationToken cancellation)
    {
        var grant = await access.OfAsync(context, id, cancellation);
        var activity = await UploadedMessage.ReadAsync(context.Request, options.Value.LargestUpload, cancellation);
        await sessions.RequireAsync(id, cancellation);
        if (activity.From?.Id is null && context.Request.Query["userId"].ToString() is { Length: > 0 and <= 200 } user)
            activity = activity with { From = new ChannelAccount { Id = user } };
        return await TakeAsync(id, grant, activity, turns, options.Value);
    }

    private static async Task<IResult> TakeAsync(string id, DirectLineGrant grant, Activity activity, TurnRunner turns, DirectLineOptions options)
    {
        var message = DirectLineChannel.Incoming(id, activity, (grant as DirectLineGrant.OneConversation)?.UserId, options.LongestText);
        // Once it is read it is seen through: a client that hangs up finds the answer when it comes back.
        return await turns.TakeAsync(message, DirectLineChannel.Style, CancellationToken.None) is TurnOutcome.Answered answered
            ? Json(new ResourceCreated(answered.ActivityId))
            : throw DirectLineSessions.Unknown();
    }

    private static async Task<IResult> StreamAsync(
        string id, HttpContext context, DirectLineAccess access, DirectLineSessions sessions, ActivityStream stream, Drain drain, CancellationToken cancellation)
    {
        var claims = await access.OfStreamAsync(context, id, cancellation);
        await sessions.RequireAsync(id, cancellation);
        if (!context.WebSockets.IsWebSocketRequest)
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", "The stream is a WebSocket.");

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await stream.RunAsync(socket, id, claims.Watermark ?? 0, drain.StreamsEnd);
        return Results.Empty;
    }

    private static IResult NotFound() => throw new RefusedRequestException(StatusCodes.Status404NotFound, "NotFound", "Direct Line has no such address.");

    private static async Task<TokenParameters?> ParametersAsync(HttpRequest request, DirectLineOptions options, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadAsync(request, options.LargestActivity, cancellation);
        return body.IsEmpty ? null : JsonSerializer.Deserialize(body.Span, DirectLineJson.Default.TokenParameters);
    }

    private static async Task<Activity> BodyAsync(HttpRequest request, DirectLineOptions options, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadJsonAsync(request, options.LargestActivity, cancellation);
        return JsonSerializer.Deserialize(body.Span, ActivityJson.Readable.Activity) ?? throw new JsonException();
    }

    private static IResult Json(ConversationGranted granted, int status = StatusCodes.Status200OK) =>
        Results.Json(granted, DirectLineJson.Default.ConversationGranted, statusCode: status);

    private static IResult Json(ResourceCreated created) => Results.Json(created, DirectLineJson.Default.ResourceCreated);
}

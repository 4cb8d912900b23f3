using System.Text.Json;
using MedBot.Channels.Requests;
using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// Gives the chat page its token, since a page must never hold the secret. A browser that shows what it was given the last
/// time comes back to its conversation; nobody else can.
/// </summary>
internal static class PageEndpoints
{
    public const string Path = "/webchat/token";

    private const int LargestBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, OpenAsync).AddEndpointFilter<RefusalFilter>();

    private static async Task<IResult> OpenAsync(
        HttpContext context,
        DirectLineAccess access,
        DirectLineTokens tokens,
        DirectLineSessions sessions,
        IConversationStore store,
        IOptions<DirectLineOptions> options,
        CancellationToken cancellation)
    {
        RequireOrigin(context.Request, options.Value);
        if (options.Value.Secrets.Length == 0)
            access.RequireReachable(context);

        var body = await RequestBody.ReadJsonAsync(context.Request, LargestBody, cancellation);
        var opened = JsonSerializer.Deserialize(body.Span, DirectLineJson.Default.PageOpened);
        var former = await FormerAsync(opened?.Resume, tokens, store, cancellation);
        var claims = former ?? new TokenClaims { Use = TokenUse.Resume, ConversationId = sessions.NewConversationId(), UserId = DirectLineSessions.NewUserId() };

        var granted = await sessions.GrantAsync(new DirectLineGrant.OneConversation(claims.ConversationId, claims.UserId, null), cancellation);
        var resume = await tokens.SignAsync(claims, options.Value.ResumeLifetime, cancellation);
        return Results.Json(
            new PageGranted(granted.ConversationId, granted.Token, claims.UserId!, resume, former is not null), DirectLineJson.Default.PageGranted);
    }

    // A conversation that was deleted or never began is not resumed: its page begins a new one.
    private static async Task<TokenClaims?> FormerAsync(string? resume, DirectLineTokens tokens, IConversationStore store, CancellationToken cancellation) =>
        resume is not null
        && await tokens.ReadAsync(resume, TokenUse.Resume, cancellation) is TokenReading.Valid { Claims: var claims }
        && await store.FindAsync(claims.ConversationId, cancellation) is { Channel: DirectLineChannel.Name }
            ? claims
            : null;

    private static void RequireOrigin(HttpRequest request, DirectLineOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}" && !options.TrustedOrigins.Contains(origin, StringComparer.Ordinal))
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, "BadOrigin", "Pages of this origin are not trusted; see DirectLine:TrustedOrigins.");
    }
}

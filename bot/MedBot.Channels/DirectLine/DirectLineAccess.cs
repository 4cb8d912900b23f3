using System.Net.Http.Headers;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>Decides who a caller is. An expired token is refused with 403 and never with 401: clients renew on the one and give up on the other.</summary>
internal sealed class DirectLineAccess(IOptions<DirectLineOptions> options, DirectLineTokens tokens)
{
    /// <exception cref="RefusedRequestException">401 or 403.</exception>
    public async Task<DirectLineGrant> OfAsync(HttpContext context, CancellationToken cancellation)
    {
        RequireReachable(context);
        var presented = Presented(context.Request);
        if (options.Value.Secrets.Any(secret => DirectLineTokens.SecretIs(presented, secret)))
            return new DirectLineGrant.WholeChannel();

        var claims = await ClaimsAsync(presented, TokenUse.Conversation, cancellation);
        RequireOrigin(context.Request, claims);
        return new DirectLineGrant.OneConversation(claims.ConversationId, claims.UserId, claims.TrustedOrigins);
    }

    /// <summary>What a caller of any address may do, and the conversation must be one that the caller may use.</summary>
    /// <exception cref="RefusedRequestException">401 or 403.</exception>
    public async Task<DirectLineGrant> OfAsync(HttpContext context, string conversationId, CancellationToken cancellation)
    {
        var grant = await OfAsync(context, cancellation);
        if (grant is DirectLineGrant.OneConversation one && one.ConversationId != conversationId)
            throw Forbidden("BadConversation", "The token is for another conversation.");
        return grant;
    }

    /// <exception cref="RefusedRequestException">403.</exception>
    public async Task<TokenClaims> OfStreamAsync(HttpContext context, string conversationId, CancellationToken cancellation)
    {
        RequireReachable(context);
        var claims = await ClaimsAsync(context.Request.Query["t"].ToString(), TokenUse.Stream, cancellation);
        if (claims.ConversationId != conversationId)
            throw Forbidden("BadConversation", "The stream is of another conversation.");
        RequireOrigin(context.Request, claims);
        return claims;
    }

    /// <summary>Without a secret anybody could use the tokens' endpoints, so only this machine may.</summary>
    /// <exception cref="RefusedRequestException">403.</exception>
    public void RequireReachable(HttpContext context)
    {
        if (options.Value.Secrets.Length == 0 && !LocalCaller.Is(context))
            throw Forbidden("NotConfigured", "Without DirectLine:Secrets in the configuration the server answers callers on its own machine only.");
    }

    private static string Presented(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && header.Parameter is { Length: > 0 } presented
            ? presented
            : throw new RefusedRequestException(StatusCodes.Status401Unauthorized, "MissingAuthorization", "An Authorization header with a Bearer token or secret is needed.");

    private async Task<TokenClaims> ClaimsAsync(string presented, TokenUse use, CancellationToken cancellation) =>
        await tokens.ReadAsync(presented, use, cancellation) switch
        {
            TokenReading.Valid valid => valid.Claims,
            TokenReading.Expired => throw Forbidden("TokenExpired", "The token has expired."),
            _ => throw Forbidden("BadToken", "The token is not valid."),
        };

    private static void RequireOrigin(HttpRequest request, TokenClaims claims)
    {
        if (claims.TrustedOrigins is { } trusted && request.Headers.Origin.ToString() is { Length: > 0 } origin && !trusted.Contains(origin))
            throw Forbidden("BadOrigin", "The token may not be used from this origin.");
    }

    private static RefusedRequestException Forbidden(string code, string message) => new(StatusCodes.Status403Forbidden, code, message);
}

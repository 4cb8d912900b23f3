using MedBot.Channels.Requests;
using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>Hands out what opens a conversation.</summary>
internal sealed class DirectLineSessions(DirectLineTokens tokens, IConversationStore store, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    /// <summary>Ids grow with time, so that a database keeps what is used together in one place. They open nothing by themselves.</summary>
    public string NewConversationId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <summary>A user that nobody else is.</summary>
    public static string NewUserId() => "dl_" + Guid.NewGuid().ToString("N");

    /// <summary>A token, without a stream.</summary>
    public async Task<ConversationGranted> GrantAsync(DirectLineGrant.OneConversation grant, CancellationToken cancellation)
    {
        var lifetime = options.Value.TokenLifetime;
        return new ConversationGranted(
            grant.ConversationId, await tokens.SignAsync(Claims(grant, TokenUse.Conversation), lifetime, cancellation), (int)lifetime.TotalSeconds);
    }

    /// <summary>A token and the address of a stream that begins after the given watermark.</summary>
    public async Task<ConversationGranted> GrantAsync(DirectLineGrant.OneConversation grant, HttpRequest request, long after, CancellationToken cancellation)
    {
        var streamToken = await tokens.SignAsync(Claims(grant, TokenUse.Stream) with { Watermark = after }, DirectLineTokens.StreamLifetime, cancellation);
        var scheme = request.IsHttps ? "wss" : "ws";
        var streamUrl = $"{scheme}://{request.Host}{request.PathBase}{DirectLineEndpoints.Prefix}/conversations/{grant.ConversationId}/stream?watermark={after}&t={streamToken}";
        return await GrantAsync(grant, cancellation) with { StreamUrl = streamUrl };
    }

    /// <summary>The conversation, which must be one of this channel.</summary>
    /// <exception cref="RefusedRequestException">404.</exception>
    public async Task<StoredConversation> RequireAsync(string conversationId, CancellationToken cancellation) =>
        await store.FindAsync(conversationId, cancellation) is { Channel: DirectLineChannel.Name } conversation ? conversation : throw Unknown();

    public static RefusedRequestException Unknown() => new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation.");

    private static TokenClaims Claims(DirectLineGrant.OneConversation grant, TokenUse use) =>
        new() { Use = use, ConversationId = grant.ConversationId, UserId = grant.UserId, TrustedOrigins = grant.TrustedOrigins };
}

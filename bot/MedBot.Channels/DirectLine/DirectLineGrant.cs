using System.Collections.Immutable;

namespace MedBot.Channels.DirectLine;

/// <summary>What a caller may do.</summary>
internal abstract record DirectLineGrant
{
    private DirectLineGrant() { }

    /// <summary>Showed the secret: every conversation of the channel, as any user.</summary>
    public sealed record WholeChannel : DirectLineGrant;

    /// <summary>Showed a token: one conversation, as the token's user when it names one.</summary>
    public sealed record OneConversation(string ConversationId, string? UserId, ImmutableArray<string>? TrustedOrigins) : DirectLineGrant;
}

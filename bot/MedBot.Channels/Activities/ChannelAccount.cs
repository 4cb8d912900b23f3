namespace MedBot.Channels.Activities;

/// <summary>Somebody in a conversation, a user or the bot.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>user or bot.</summary>
    public string? Role { get; init; }

    public string? AadObjectId { get; init; }
}

namespace MedBot.Storage.Conversations;

/// <summary>Something to be sent out.</summary>
/// <param name="Channel">Who sends it: connector, wechat.</param>
/// <param name="Address">Where to, in that channel's own words.</param>
/// <param name="Body">What, in that channel's own words.</param>
public sealed record OutgoingDelivery(string Channel, string Address, string Body);

/// <summary>A delivery that is to be tried now.</summary>
/// <param name="Id">Names it to the store.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Delivery">What to send.</param>
public sealed record DueDelivery(long Id, int Attempts, OutgoingDelivery Delivery)
{
    /// <summary>No delivery is put off for longer than this.</summary>
    public static readonly TimeSpan FarthestAhead = TimeSpan.FromMinutes(15);
}

/// <summary>A delivery that was given up.</summary>
/// <param name="ConversationId">The conversation that it belonged to.</param>
/// <param name="Channel">Who was to send it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">What went wrong the last time.</param>
public sealed record DeadDelivery(string ConversationId, string Channel, int Attempts, string Reason);

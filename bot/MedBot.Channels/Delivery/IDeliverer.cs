using MedBot.Storage.Conversations;

namespace MedBot.Channels.Delivery;

/// <summary>Sends out what a channel has kept to be sent.</summary>
internal interface IDeliverer
{
    /// <summary>The channel, as its deliveries name it.</summary>
    string Channel { get; }

    /// <summary>Tries once. Throws for nothing that can go wrong outside of this program.</summary>
    Task<DeliveryOutcome> DeliverAsync(OutgoingDelivery delivery, CancellationToken cancellation);
}

/// <summary>What became of a try.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    public sealed record Arrived : DeliveryOutcome;

    /// <summary>May work later.</summary>
    public sealed record Failed(string Reason) : DeliveryOutcome;

    /// <summary>Will never work.</summary>
    public sealed record Hopeless(string Reason) : DeliveryOutcome;
}

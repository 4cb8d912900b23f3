using MedBot.Channels.Telemetry;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Delivery;

/// <summary>
/// Sends what waits in the outbox, conversations side by side, each conversation's deliveries one after the other. A
/// delivery that fails is tried again later and later, and is given up for staff to see in the end.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IConversationStore store, IEnumerable<IDeliverer> deliverers, OutboxSignal signal, TurnMeters meters, TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    /// <summary>Longer than any try takes: a process that has not reported by then is taken for dead.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Tries of one delivery: with the doubling pauses between them, about four minutes.</summary>
    private const int MostAttempts = 8;

    private const int MostAtOnce = 16;

    private readonly Dictionary<string, IDeliverer> _byChannel = deliverers.ToDictionary(deliverer => deliverer.Channel, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = clock.GetUtcNow();
                var due = await store.TakeDueAsync(now, now + Lease, MostAtOnce, stoppingToken);
                await Task.WhenAll(due.Select(delivery => TryAsync(delivery, stoppingToken)));
                if (!due.IsEmpty)
                    continue;
            }
            catch (StorageException failure)
            {
                StorageFailed(logger, failure);
            }

            await signal.WaitAsync(LookEvery, clock, stoppingToken);
        }
    }

    private async Task TryAsync(DueDelivery due, CancellationToken stopping)
    {
        var outcome = _byChannel.TryGetValue(due.Delivery.Channel, out var deliverer)
            ? await deliverer.DeliverAsync(due.Delivery, stopping)
            : new DeliveryOutcome.Hopeless("the channel is not set up");
        switch (outcome)
        {
            case DeliveryOutcome.Arrived:
                await store.DeliveredAsync(due.Id, stopping);
                meters.Tried(due.Delivery.Channel, "arrived");
                break;
            case DeliveryOutcome.Failed failed when due.Attempts + 1 < MostAttempts:
                await store.UndeliveredAsync(due.Id, failed.Reason, clock.GetUtcNow() + PauseAfter(due.Attempts), stopping);
                meters.Tried(due.Delivery.Channel, "failed");
                break;
            case DeliveryOutcome.Failed failed:
                await GiveUpAsync(due, failed.Reason, stopping);
                break;
            case DeliveryOutcome.Hopeless hopeless:
                await GiveUpAsync(due, hopeless.Reason, stopping);
                break;
        }
    }

    private async Task GiveUpAsync(DueDelivery due, string reason, CancellationToken stopping)
    {
        await store.UndeliveredAsync(due.Id, reason, null, stopping);
        meters.Tried(due.Delivery.Channel, "given_up");
        GivenUp(logger, due.Id, due.Delivery.Channel, due.Attempts + 1, reason);
    }

    /// <summary>2 s, 4 s, 8 s, …</summary>
    internal static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(2 << attempts);

    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "The outbox cannot be reached; it will be tried again")]
    private static partial void StorageFailed(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "Delivery {DeliveryId} over {Channel} was given up after {Attempts} tries: {Reason}")]
    private static partial void GivenUp(ILogger logger, long deliveryId, string channel, int attempts, string reason);
}

using MedBot.Channels.Telemetry;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Delivery;

/// <summary>
/// Sends what waits in the outbox, conversations side by side, each conversation's deliveries one after the other; a slow
/// receiver holds up nobody else. A delivery that fails is tried again later and later, and is given up for staff to see
/// in the end. What is under way when the program stops is ended and recorded, so that it is not sent again.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IConversationStore store, IEnumerable<IDeliverer> deliverers, OutboxSignal signal, TurnMeters meters, TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    /// <summary>A process that has not been heard of for so long is taken for dead, and what it had in its hands is sent by another.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>How often it says that it still has them.</summary>
    private static readonly TimeSpan HoldEvery = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>How often it says how many wait.</summary>
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(10);

    /// <summary>Tries of one delivery: with the doubling pauses between them, about four minutes.</summary>
    private const int MostAttempts = 8;

    private const int MostAtOnce = 16;

    private readonly Dictionary<string, IDeliverer> _byChannel = deliverers.ToDictionary(deliverer => deliverer.Channel, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<long, Task>();
        var held = clock.GetTimestamp();
        long? counted = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var ended in running.Where(tried => tried.Value.IsCompleted).Select(tried => tried.Key).ToList())
                    running.Remove(ended);
                if (running.Count > 0 && clock.GetElapsedTime(held) >= HoldEvery)
                {
                    await HoldAsync(running.Keys);
                    held = clock.GetTimestamp();
                }

                if (meters.CountsWaiting && (counted is not { } last || clock.GetElapsedTime(last) >= CountEvery))
                {
                    await CountAsync();
                    counted = clock.GetTimestamp();
                }

                // One that runs here may come again when the clock was set forward past its lease.
                foreach (var due in (await TakeAsync(MostAtOnce - running.Count)).Where(due => !running.ContainsKey(due.Id)))
                    running.Add(due.Id, TryAsync(due));
                // The end of each try raises the signal too.
                await signal.WaitAsync(LookEvery, clock, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(running.Values);
        }
    }

    private async Task HoldAsync(IReadOnlyCollection<long> ids)
    {
        try
        {
            await store.HoldAsync(ids, clock.GetUtcNow() + Lease, CancellationToken.None);
        }
        catch (StorageException failure)
        {
            StorageFailed(logger, failure);
        }
    }

    private async Task CountAsync()
    {
        try
        {
            meters.Waiting(await store.CountWaitingAsync(CancellationToken.None));
        }
        catch (StorageException failure)
        {
            StorageFailed(logger, failure);
        }
    }

    // Not cancelled: what was taken but not heard of would wait for its lease to end.
    private async Task<IReadOnlyCollection<DueDelivery>> TakeAsync(int most)
    {
        if (most == 0)
            return [];
        try
        {
            var now = clock.GetUtcNow();
            return await store.TakeDueAsync(now, now + Lease, most, CancellationToken.None);
        }
        catch (StorageException failure)
        {
            StorageFailed(logger, failure);
            return [];
        }
    }

    private async Task TryAsync(DueDelivery due)
    {
        try
        {
            await RecordAsync(due, _byChannel.TryGetValue(due.Delivery.Channel, out var deliverer)
                ? await deliverer.DeliverAsync(due.Delivery, CancellationToken.None)
                : new DeliveryOutcome.Hopeless("the channel is not set up"));
        }
        catch (StorageException failure)
        {
            StorageFailed(logger, failure);
        }
        finally
        {
            signal.Raise();
        }
    }

    private async Task RecordAsync(DueDelivery due, DeliveryOutcome outcome)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Arrived:
                await store.DeliveredAsync(due.Id, CancellationToken.None);
                meters.Tried(due.Delivery.Channel, "arrived");
                break;
            case DeliveryOutcome.Failed failed when due.Attempts + 1 < MostAttempts:
                await store.UndeliveredAsync(due.Id, failed.Reason, clock.GetUtcNow() + PauseAfter(due.Attempts), CancellationToken.None);
                meters.Tried(due.Delivery.Channel, "failed");
                break;
            case DeliveryOutcome.Failed failed:
                await GiveUpAsync(due, failed.Reason);
                break;
            case DeliveryOutcome.Hopeless hopeless:
                await GiveUpAsync(due, hopeless.Reason);
                break;
        }
    }

    private async Task GiveUpAsync(DueDelivery due, string reason)
    {
        await store.UndeliveredAsync(due.Id, reason, null, CancellationToken.None);
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

using MedBot.Storage.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MedBot.Storage;

/// <summary>Deletes conversations that have been idle for longer than they may be kept: at the start, then every hour, a few at a time.</summary>
internal sealed partial class Retention(
    IConversationStore store, IOptions<StorageOptions> options, TimeProvider clock, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private static readonly TimeSpan LargestLeap = TimeSpan.FromHours(1);

    /// <summary>Small enough that residents who ask meanwhile do not notice.</summary>
    private const int MostAtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            var (looked, ticked) = (clock.GetUtcNow(), clock.GetTimestamp());
            try
            {
                await DeleteAsync(stoppingToken);
            }
            catch (StorageException failure)
            {
                Failed(logger, failure);
            }

            // A clock that was set forward would delete what is still wanted: it is given an hour to be put right.
            while (await timer.WaitForNextTickAsync(stoppingToken) && Leap(looked, ticked) is var leap && leap > LargestLeap)
            {
                Leapt(logger, leap);
                (looked, ticked) = (clock.GetUtcNow(), clock.GetTimestamp());
            }
        }
        while (!stoppingToken.IsCancellationRequested);
    }

    private TimeSpan Leap(DateTimeOffset looked, long ticked) => clock.GetUtcNow() - looked - clock.GetElapsedTime(ticked);

    private async Task DeleteAsync(CancellationToken stopping)
    {
        var idleSince = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var total = 0;
        int deleted;
        do
        {
            deleted = await store.DeleteIdleAsync(idleSince, MostAtOnce, stopping);
            total += deleted;
        }
        while (deleted == MostAtOnce);
        if (total > 0)
            Deleted(logger, total, options.Value.RetentionDays);
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Deleted {Count} conversations idle for more than {Days} days")]
    private static partial void Deleted(ILogger logger, int count, int days);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "The clock was set forward by {Leap}; idle conversations are not deleted before the next hour")]
    private static partial void Leapt(ILogger logger, TimeSpan leap);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "Idle conversations could not be deleted; it will be tried again")]
    private static partial void Failed(ILogger logger, Exception failure);
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MedBot.Channels.Delivery;
using MedBot.Channels.Telemetry;
using MedBot.Storage.Conversations;
using MedBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MedBot.Channels.Tests.Delivery;

public sealed class OutboxDispatcherTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-outbox-").FullName;
    private readonly OutboxSignal _signal = new();
    private readonly HeldDeliverer _channel = new();
    private readonly ServiceProvider _metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private SqliteConversationStore _store = null!;
    private OutboxDispatcher _dispatcher = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteConversationStore(Path.Combine(_folder, "medbot.db"), TimeProvider.System);
        await _store.PrepareAsync(Cancellation);
        _dispatcher = new OutboxDispatcher(_store, [_channel], _signal, new TurnMeters(_metrics.GetRequiredService<IMeterFactory>()), TimeProvider.System, NullLogger<OutboxDispatcher>.Instance);
        await _dispatcher.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.LetAllGo();
        await _dispatcher.StopAsync(CancellationToken.None);
        _dispatcher.Dispose();
        await _store.DisposeAsync();
        await _metrics.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ASlowReceiverHoldsUpNoOtherConversation()
    {
        await SendAsync("slow", "held");
        await _channel.BegunAsync("held");

        foreach (var number in Enumerable.Range(0, 40))
            await SendAsync($"c{number}", $"passes {number}");

        foreach (var number in Enumerable.Range(0, 40))
            await _channel.BegunAsync($"passes {number}");
    }

    [Fact]
    public async Task HowManyWaitIsToldToWhoeverListens()
    {
        await SendAsync("slow", "held");
        await _channel.BegunAsync("held");
        var told = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, mine) =>
            {
                if (instrument.Name == "medbot.outbox.waiting" && instrument.Meter.Scope == _metrics.GetRequiredService<IMeterFactory>())
                    mine.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => told.TrySetResult(count));
        listener.Start();

        Assert.Equal(1, await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }

    [Fact]
    public async Task ADeliveryThatIsUnderWayAtAStopIsEndedAndNotSentAgain()
    {
        await SendAsync("a", "held");
        await _channel.BegunAsync("held");

        var stopping = _dispatcher.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        _channel.LetAllGo();
        await stopping;

        Assert.Empty(await _store.TakeDueAsync(DateTimeOffset.UnixEpoch.AddYears(200), DateTimeOffset.UnixEpoch.AddYears(201), 10, Cancellation));
    }

    private async Task SendAsync(string conversation, string body)
    {
        await _store.StartAsync(new NewConversation(conversation, "held", null, "{}", [], DateTimeOffset.UnixEpoch), Cancellation);
        await _store.CommitAsync(
            new CompletedTurn(conversation, 0, null, ["question"], "{}", DateTimeOffset.UnixEpoch) { Outgoing = [new OutgoingDelivery("held", conversation, body)] },
            Cancellation);
        _signal.Raise();
    }

    /// <summary>A channel whose receiver takes its time over everything that is held.</summary>
    private sealed class HeldDeliverer : IDeliverer
    {
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _begun = new(StringComparer.Ordinal);

        public string Channel => "held";

        public Task BegunAsync(string body) => Begun(body).Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        public void LetAllGo() => _release.TrySetResult();

        public async Task<DeliveryOutcome> DeliverAsync(OutgoingDelivery delivery, CancellationToken cancellation)
        {
            Begun(delivery.Body).TrySetResult();
            if (delivery.Body == "held")
                await _release.Task.WaitAsync(cancellation);
            return new DeliveryOutcome.Arrived();
        }

        private TaskCompletionSource Begun(string body) => _begun.GetOrAdd(body, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}

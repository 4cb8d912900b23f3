using System.Threading.Channels;
using MedBot.Storage.Conversations;
using MedBot.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MedBot.Storage.Tests;

public sealed class RetentionTests : IAsyncLifetime
{
    private const int Deleted = 4001, Leapt = 4003;

    private static readonly DateTimeOffset Noon = new(2025, 11, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-retention-").FullName;
    private readonly HandClock _clock = new(Noon);
    private readonly EventLog _log = new();
    private SqliteConversationStore _store = null!;
    private Retention _retention = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteConversationStore(Path.Combine(_folder, "medbot.db"), _clock);
        await _store.PrepareAsync(Cancellation);
        _retention = new Retention(_store, Options.Create(new StorageOptions { RetentionDays = 30 }), _clock, _log);
    }

    public async ValueTask DisposeAsync()
    {
        await _retention.StopAsync(CancellationToken.None);
        _retention.Dispose();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task WhatIsIdleForLongerIsDeletedAtTheStart()
    {
        await StartAsync("old", Noon.AddDays(-31));
        await StartAsync("new", Noon.AddDays(-29));

        await _retention.StartAsync(Cancellation);

        Assert.Equal(Deleted, await _log.NextAsync());
        Assert.Null(await _store.FindAsync("old", Cancellation));
        Assert.NotNull(await _store.FindAsync("new", Cancellation));
    }

    [Fact]
    public async Task AClockThatLeapsForwardDeletesNothingUntilItHasHadAnHourToBePutRight()
    {
        await StartAsync("very old", Noon.AddDays(-31));
        await StartAsync("wanted", Noon);
        await StartAsync("old", Noon.AddDays(-30).AddMinutes(90));
        await _retention.StartAsync(Cancellation);
        Assert.Equal(Deleted, await _log.NextAsync());

        _clock.Pass(Hour, clockGoes: Hour + TimeSpan.FromDays(365));
        Assert.Equal(Leapt, await _log.NextAsync());
        _clock.Pass(Hour, clockGoes: Hour - TimeSpan.FromDays(365));

        Assert.Equal(Deleted, await _log.NextAsync());
        Assert.NotNull(await _store.FindAsync("wanted", Cancellation));
        Assert.Null(await _store.FindAsync("old", Cancellation));
    }

    private Task<StartOutcome> StartAsync(string id, DateTimeOffset at) => _store.StartAsync(new NewConversation(id, "directline", null, "{}", [], at), Cancellation);

    /// <summary>A clock with one timer, which rings when time is made to pass; how far its hands go meanwhile is said apart.</summary>
    private sealed class HandClock(DateTimeOffset start) : TimeProvider
    {
        private readonly TaskCompletionSource<Action> _ring = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private DateTimeOffset _now = start;
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time, TimeSpan clockGoes)
        {
            var ring = _ring.Task.GetAwaiter().GetResult();
            (_now, _ticks) = (_now + clockGoes, _ticks + time.Ticks);
            ring();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring.TrySetResult(() => callback(state));
            return new Handle();
        }

        private sealed class Handle : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // Rings only by hand.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class EventLog : ILogger<Retention>
    {
        private readonly Channel<int> _events = Channel.CreateUnbounded<int>();

        public async Task<int> NextAsync() => await _events.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _events.Writer.TryWrite(eventId.Id);
    }
}

using System.Threading.Channels;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>
/// Tells other processes which conversations have grown, and hears it from them (NOTIFY and LISTEN), on one connection
/// each way. What was not heard, because a connection was lost or a process died before it told, is found by asking
/// for the watermarks of the conversations that somebody here watches.
/// </summary>
internal sealed partial class PostgresNews : IAsyncDisposable
{
    /// <summary>At the latest after this time a watcher learns what nobody told.</summary>
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan TimeToTell = TimeSpan.FromSeconds(1);

    private const string Topic = "medbot_activity";
    private const int MostAskedAtOnce = 1000;

    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly Channel<string> _grown = Channel.CreateBounded<string>(new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly NpgsqlDataSource _source;
    private readonly ConversationWatchers _watchers;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Task _telling;
    private readonly Task _work;

    /// <param name="source">For telling and asking.</param>
    /// <param name="listening">Connection string of the connection that listens.</param>
    /// <param name="watchers">Who is told here.</param>
    /// <param name="clock">For the pauses.</param>
    /// <param name="logger">Told when the listening connection is lost and when it is back.</param>
    public PostgresNews(NpgsqlDataSource source, string listening, ConversationWatchers watchers, TimeProvider clock, ILogger logger)
    {
        (_source, _watchers, _clock, _logger) = (source, watchers, clock, logger);
        _telling = TellAsync();
        _work = Task.WhenAll(ListenAsync(listening), _telling, AskAsync());
    }

    /// <summary>Tells the watchers here at once, and the other processes a moment later.</summary>
    public void Grown(string conversationId, LogAddition? added = null)
    {
        _watchers.Tell(conversationId, added);
        _grown.Writer.TryWrite(conversationId);
    }

    public async ValueTask DisposeAsync()
    {
        // The last turns of a process that leaves are told too, if that is quickly done.
        _grown.Writer.TryComplete();
        await Task.WhenAny(_telling, Task.Delay(TimeToTell, _clock));
        await _stopping.CancelAsync();
        await _work;
        _stopping.Dispose();
    }

    private async Task ListenAsync(string connectionString)
    {
        var pause = FirstPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(_stopping.Token);
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await using (var listen = new NpgsqlCommand($"LISTEN {Topic}", connection))
                    await listen.ExecuteNonQueryAsync(_stopping.Token);
                // Whatever happened while nobody listened.
                _watchers.TellAll();
                if (pause > FirstPause)
                    ListensAgain(_logger);
                pause = FirstPause;
                while (true)
                    await connection.WaitAsync(_stopping.Token);
            }
            catch (Exception failure) when (PostgresFaults.IsOfDatabase(failure) && !_stopping.IsCancellationRequested)
            {
                if (pause == FirstPause)
                    ListensNoMore(_logger, failure);
                await PauseAsync(pause);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Hear(string payload)
    {
        if (GrowthMessage.Read(payload, _me) is { } conversationIds)
        {
            foreach (var conversationId in conversationIds)
                _watchers.Tell(conversationId);
        }
    }

    // After the turn's own transaction, and many turns at once: a transaction that notifies holds up all others that do
    // until it is on the disk, so with it inside a turn only one turn could be kept at a time.
    private async Task TellAsync()
    {
        try
        {
            while (await _grown.Reader.WaitToReadAsync(_stopping.Token))
            {
                var grown = new HashSet<string>(StringComparer.Ordinal);
                while (grown.Count < MostAskedAtOnce && _grown.Reader.TryRead(out var conversationId))
                    grown.Add(conversationId);
                await TryTellAsync(grown);
            }
        }
        catch (OperationCanceledException)
        {
            // The store is closed.
        }
    }

    private async Task TryTellAsync(IReadOnlyCollection<string> grown)
    {
        try
        {
            await using var command = _source.CreateCommand($"SELECT pg_notify('{Topic}', message) FROM unnest($1) AS message").With(GrowthMessage.Write(grown, _me));
            await command.ExecuteNonQueryAsync(_stopping.Token);
        }
        catch (Exception failure) when (PostgresFaults.IsOfDatabase(failure))
        {
            // They ask for themselves before long.
        }
    }

    private async Task AskAsync()
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        while (!_stopping.IsCancellationRequested)
        {
            await PauseAsync(AskEvery);
            try
            {
                known = await AskAsync(known);
            }
            catch (Exception failure) when (PostgresFaults.IsOfDatabase(failure) || (failure is OperationCanceledException && _stopping.IsCancellationRequested))
            {
                // Next time.
            }
        }
    }

    private async Task<Dictionary<string, long>> AskAsync(Dictionary<string, long> known)
    {
        var now = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var some in _watchers.Watched().Chunk(MostAskedAtOnce))
        {
            foreach (var (conversationId, watermark) in await PostgresConversations.WatermarksAsync(_source, some, _stopping.Token))
            {
                now.Add(conversationId, watermark);
                if (!known.TryGetValue(conversationId, out var before) || before != watermark)
                    _watchers.Tell(conversationId);
            }
        }

        return now;
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _clock, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The store is closed.
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "The connection that hears of other processes' turns is lost; it is tried again, and their turns are asked for meanwhile")]
    private static partial void ListensNoMore(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "The connection that hears of other processes' turns is back")]
    private static partial void ListensAgain(ILogger logger);
}

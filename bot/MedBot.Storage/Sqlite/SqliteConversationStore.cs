using System.Collections.Immutable;
using MedBot.Storage.Conversations;
using Microsoft.Data.Sqlite;

namespace MedBot.Storage.Sqlite;

/// <summary>Conversations in one SQLite file with a write-ahead log: the default, for one process on one machine.</summary>
public sealed class SqliteConversationStore : IConversationStore, IAsyncDisposable
{
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly SqliteReaders _readers;
    private readonly ConversationWatchers _watchers = new();
    private SqliteGroupWriter? _writer;

    /// <param name="path">The database file; it and its folder are created when they are not there.</param>
    /// <param name="clock">Dates the steps of the schema.</param>
    public SqliteConversationStore(string path, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);
        _path = Path.GetFullPath(path);
        _clock = clock;
        _readers = new SqliteReaders(_path);
    }

    private SqliteGroupWriter Writer => _writer ?? throw new InvalidOperationException("The store was used before it was prepared.");

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (_writer is not null)
            return;
        try
        {
            if (Path.GetDirectoryName(_path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            _writer = new SqliteGroupWriter(new SqliteSession(_path));
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The database {_path} cannot be opened: {failure.Message}", failure);
        }

        await _writer.RunAsync(
            session =>
            {
                SqliteSchema.BringUpToDate(session, _clock.GetUtcNow());
                return true;
            },
            cancellation);
    }

    public Task ProbeAsync(CancellationToken cancellation) =>
        Task.FromResult(_readers.Read(session => session.Statement("SELECT 1 FROM conversation LIMIT 1").Number()));

    public async Task<StartOutcome> StartAsync(NewConversation conversation, CancellationToken cancellation)
    {
        var outcome = await Writer.RunAsync(session => SqliteConversations.Start(session, conversation), cancellation);
        if (outcome.Created)
            _watchers.Tell(conversation.Id);
        return outcome;
    }

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation) =>
        Task.FromResult(_readers.Read(session => SqliteConversations.Find(session, conversationId)));

    public Task<OpenedTurn?> OpenTurnAsync(string conversationId, string? messageKey, CancellationToken cancellation) =>
        Task.FromResult(_readers.Read(session => SqliteConversations.OpenTurn(session, conversationId, messageKey)));

    public async Task<CommitOutcome> CommitAsync(CompletedTurn turn, CancellationToken cancellation)
    {
        var outcome = await Writer.RunAsync(session => SqliteConversations.Commit(session, turn), cancellation);
        if (outcome is CommitOutcome.Committed)
            _watchers.Tell(turn.ConversationId, new LogAddition(turn.Watermark, turn.Activities));
        return outcome;
    }

    public Task<ImmutableArray<LoggedActivity>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        Task.FromResult(_readers.Read(session => SqliteConversations.Read(session, conversationId, after, limit)));

    public Task<bool> DeleteAsync(string conversationId, CancellationToken cancellation) =>
        Writer.RunAsync(session => SqliteConversations.Delete(session, conversationId), cancellation);

    public Task<int> DeleteIdleAsync(DateTimeOffset idleSince, int limit, CancellationToken cancellation) =>
        Writer.RunAsync(session => SqliteConversations.DeleteIdle(session, idleSince, limit), cancellation);

    public Task<ImmutableArray<DueDelivery>> TakeDueAsync(DateTimeOffset now, DateTimeOffset leasedUntil, int limit, CancellationToken cancellation) =>
        Writer.RunAsync(session => SqliteOutbox.TakeDue(session, now, leasedUntil, limit), cancellation);

    public Task HoldAsync(IReadOnlyCollection<long> deliveryIds, DateTimeOffset leasedUntil, CancellationToken cancellation) =>
        Writer.RunAsync(session => SqliteOutbox.Hold(session, deliveryIds, leasedUntil), cancellation);

    public Task DeliveredAsync(long deliveryId, CancellationToken cancellation) =>
        Writer.RunAsync(session => SqliteOutbox.Delivered(session, deliveryId), cancellation);

    public Task UndeliveredAsync(long deliveryId, string reason, DateTimeOffset? again, CancellationToken cancellation) =>
        Writer.RunAsync(session => SqliteOutbox.Undelivered(session, deliveryId, reason, again), cancellation);

    public Task<long> CountWaitingAsync(CancellationToken cancellation) => Task.FromResult(_readers.Read(SqliteOutbox.CountWaiting));

    public Task<ImmutableArray<DeadDelivery>> ReadDeadAsync(int limit, CancellationToken cancellation) =>
        Task.FromResult(_readers.Read(session => SqliteOutbox.ReadDead(session, limit)));

    public async Task<ImmutableArray<byte>> SharedSecretAsync(string name, ImmutableArray<byte> candidate, CancellationToken cancellation) =>
        await Writer.RunAsync(session => SqliteConversations.SharedSecret(session, name, candidate), cancellation);

    public IDisposable Watch(string conversationId, Action<LogAddition?> changed) => _watchers.Add(conversationId, changed);

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        _readers.Dispose();
    }
}

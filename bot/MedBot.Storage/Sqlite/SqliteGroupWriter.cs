using System.Threading.Channels;
using MedBot.Storage.Conversations;
using Microsoft.Data.Sqlite;

namespace MedBot.Storage.Sqlite;

/// <summary>
/// The one writer of the file. While one group of changes is being synced to the disk the next ones gather, and are then
/// committed together: each is durable before it is reported, and a thousand a second need not wait for a thousand syncs.
/// </summary>
internal sealed class SqliteGroupWriter : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly SqliteSession _session;
    private readonly Channel<Change> _waiting = Channel.CreateBounded<Change>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task _loop;

    public SqliteGroupWriter(SqliteSession session)
    {
        _session = session;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs the body inside a transaction, possibly one that it shares with others, and reports once that is on the disk.</summary>
    /// <exception cref="StorageException">It could not be kept; nothing of it is.</exception>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> body, CancellationToken cancellation)
    {
        var change = new Change<T>(body);
        try
        {
            await _waiting.Writer.WriteAsync(change, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageException("The database is being closed.", closed);
        }

        return await change.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _session.Dispose();
    }

    private void Loop()
    {
        var group = new List<Change>(LargestGroup);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var change))
                group.Add(change);
            if (!TryCommit(group) && group.Count > 1)
                CommitOneByOne(group);
            foreach (var change in group)
                change.Report();
        }
    }

    // One change that fails must not take the others with it.
    private void CommitOneByOne(List<Change> group)
    {
        foreach (var change in group)
            TryCommit([change]);
    }

    private bool TryCommit(List<Change> group)
    {
        try
        {
            _session.Statement("BEGIN IMMEDIATE").Run();
            foreach (var change in group)
                change.Apply(_session);
            _session.Statement("COMMIT").Run();
            return true;
        }
        catch (Exception failure)
        {
            // Whatever it was, it goes to those who wait; the writer itself goes on.
            RollBack();
            foreach (var change in group)
                change.Fail(failure);
            return false;
        }
    }

    private void RollBack()
    {
        try
        {
            _session.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // BEGIN itself failed, or SQLite has already rolled back (disk full): there is no transaction left to end.
        }
    }

    private abstract class Change
    {
        public abstract void Apply(SqliteSession session);

        public abstract void Fail(Exception failure);

        public abstract void Report();
    }

    private sealed class Change<T>(Func<SqliteSession, T> body) : Change
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Done => _done.Task;

        public override void Apply(SqliteSession session) => (_result, _failure) = (body(session), null);

        public override void Fail(Exception failure) => _failure = failure;

        public override void Report()
        {
            if (_failure is null)
                _done.SetResult(_result!);
            else
                _done.SetException(_failure as StorageException ?? new StorageException($"SQLite could not keep a change: {_failure.Message}", _failure));
        }
    }
}

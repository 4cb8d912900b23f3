using System.Collections.Concurrent;
using MedBot.Storage.Conversations;
using Microsoft.Data.Sqlite;

namespace MedBot.Storage.Sqlite;

/// <summary>Connections for reading, kept open between uses. Readers never wait for the writer (WAL).</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _disposed;

    /// <exception cref="StorageException">The file could not be read.</exception>
    public T Read<T>(Func<SqliteSession, T> body)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        SqliteSession? session = null;
        try
        {
            if (!_idle.TryTake(out session))
                session = new SqliteSession(path);
            var result = body(session);
            _idle.Add(session);
            return result;
        }
        catch (SqliteException failure)
        {
            session?.Dispose();
            throw new StorageException($"SQLite could not read: {failure.Message}", failure);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
            session.Dispose();
    }
}

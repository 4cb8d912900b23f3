using Microsoft.Data.Sqlite;

namespace MedBot.Storage.Sqlite;

/// <summary>One connection with the statements that were prepared on it. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteSession(string path)
    {
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 5,
        };
        _connection = new SqliteConnection(connectionString.ToString());
        try
        {
            _connection.Open();
            // FULL: a commit is on the disk before it is reported. Turns are committed in groups, so many share one sync.
            // secure_delete: what is deleted is overwritten, not only forgotten.
            Run("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one or several statements without parameters or result.</summary>
    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The statement with parameters $1, $2, …, prepared once for the connection.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (_statements.TryGetValue(sql, out var known))
            return known;
        var statement = new SqliteStatement(_connection, sql);
        _statements.Add(sql, statement);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }
}

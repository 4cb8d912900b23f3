using System.Collections.Immutable;
using MedBot.Storage.Conversations;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>
/// The tables, as the steps that lead from an empty database to the present version. A step that was released is never
/// changed; a new one is added behind it. Replicas that start at once take turns, so that each step runs once.
/// </summary>
internal static class PostgresSchema
{
    /// <summary>Names the lock under which the schema is changed, within the database.</summary>
    private const long Lock = 0x4D65_6442_6F74; // MedBot

    private const int LockPatienceSeconds = 300;

    // Conversations have a short key of their own (entry), which grows with time, so that new rows lie together.
    // Nothing that every turn changes is indexed: touched_on changes once a day. So a turn rewrites one row in place
    // and touches no index, and costs the same whether a thousand or a million conversations are kept.
    private static readonly ImmutableArray<string> Steps =
    [
        """
        CREATE TABLE conversation (
            entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text COLLATE "C" NOT NULL UNIQUE,
            channel text NOT NULL,
            user_id text,
            state text NOT NULL,
            watermark bigint NOT NULL,
            started_at timestamptz NOT NULL,
            touched_at timestamptz NOT NULL,
            touched_on date NOT NULL GENERATED ALWAYS AS ((touched_at AT TIME ZONE 'UTC')::date) STORED
        ) WITH (fillfactor = 80);
        CREATE INDEX conversation_touched ON conversation (touched_on);
        CREATE TABLE activity (
            entry bigint NOT NULL,
            number bigint NOT NULL,
            body text NOT NULL,
            PRIMARY KEY (entry, number)
        );
        CREATE TABLE inbox (
            entry bigint NOT NULL,
            message_key text COLLATE "C" NOT NULL,
            first_number bigint NOT NULL,
            last_number bigint NOT NULL,
            PRIMARY KEY (entry, message_key)
        );
        CREATE TABLE outbox (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            entry bigint NOT NULL,
            channel text NOT NULL,
            address text NOT NULL,
            body text NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            due_at timestamptz NOT NULL DEFAULT '-infinity',
            dead boolean NOT NULL DEFAULT false,
            reason text
        );
        CREATE INDEX outbox_waiting ON outbox (entry, id) WHERE NOT dead;
        CREATE INDEX outbox_due ON outbox (due_at) WHERE NOT dead;
        CREATE TABLE secret (
            name text PRIMARY KEY,
            value bytea NOT NULL
        );
        """,
    ];

    /// <exception cref="StorageException">The schema is newer than this program.</exception>
    public static async Task<int> BringUpToDateAsync(NpgsqlDataSource source, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Ends with the transaction, also when this process dies.
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellation);

        var version = await VersionAsync(connection, cancellation);
        if (version > Steps.Length)
            throw new StorageException($"The database has schema version {version}; this program knows up to {Steps.Length}. Use a newer program or another database.");

        for (var step = version; step < Steps.Length; step++)
        {
            await RunAsync(connection, Steps[step], cancellation);
            await using var record = new NpgsqlCommand("INSERT INTO schema_version (version, applied_at) VALUES ($1, $2)", connection)
            {
                Parameters = { new() { Value = step + 1 }, new() { Value = now.ToUniversalTime() } },
            };
            await record.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return Steps.Length;
    }

    // Asked first, since a user who may not create tables may well use those that are there.
    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var known = new NpgsqlCommand("SELECT to_regclass('schema_version') IS NOT NULL", connection);
        if (await known.ExecuteScalarAsync(cancellation) is not true)
        {
            await RunAsync(connection, "CREATE TABLE schema_version (version integer PRIMARY KEY, applied_at timestamptz NOT NULL)", cancellation);
            return 0;
        }

        await using var version = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM schema_version", connection);
        return (int)(await version.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LockPatienceSeconds };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

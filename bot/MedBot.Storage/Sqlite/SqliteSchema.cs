using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Storage.Sqlite;

/// <summary>
/// The tables, as the steps that lead from an empty file to the present version. A step that was released is never
/// changed; a new one is added behind it. The version that a file has is recorded in it with the time of each step.
/// </summary>
internal static class SqliteSchema
{
    // Conversations have a short key of their own (entry): it grows with time, so new rows lie together and a turn
    // costs the same whether a thousand or a million conversations are kept.
    private static readonly ImmutableArray<string> Steps =
    [
        """
        CREATE TABLE conversation (
            entry INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            user_id TEXT,
            state TEXT NOT NULL,
            watermark INTEGER NOT NULL,
            started_at INTEGER NOT NULL,
            touched_at INTEGER NOT NULL
        );
        CREATE INDEX conversation_touched ON conversation (touched_at);
        CREATE TABLE activity (
            entry INTEGER NOT NULL,
            number INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (entry, number)
        ) WITHOUT ROWID;
        CREATE TABLE inbox (
            entry INTEGER NOT NULL,
            message_key TEXT NOT NULL,
            first_number INTEGER NOT NULL,
            last_number INTEGER NOT NULL,
            PRIMARY KEY (entry, message_key)
        ) WITHOUT ROWID;
        CREATE TABLE secret (
            name TEXT PRIMARY KEY,
            value BLOB NOT NULL
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            entry INTEGER NOT NULL,
            channel TEXT NOT NULL,
            address TEXT NOT NULL,
            body TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            due_at INTEGER NOT NULL,
            dead INTEGER NOT NULL DEFAULT 0,
            reason TEXT
        );
        CREATE INDEX outbox_waiting ON outbox (entry, id) WHERE dead = 0;
        CREATE INDEX outbox_due ON outbox (due_at) WHERE dead = 0;
        """,
        // What every turn changes is indexed no more: the day changes once a day, so a turn rewrites no index.
        """
        ALTER TABLE conversation ADD COLUMN touched_day INTEGER NOT NULL DEFAULT 0;
        UPDATE conversation SET touched_day = touched_at / 86400000;
        DROP INDEX conversation_touched;
        CREATE INDEX conversation_touched_day ON conversation (touched_day);
        ALTER TABLE outbox ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
        """,
    ];

    public static void BringUpToDate(SqliteSession session, DateTimeOffset now)
    {
        session.Run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)");
        var version = session.Statement("SELECT coalesce(max(version), 0) FROM schema_version").Number() ?? 0;
        if (version > Steps.Length)
            throw new StorageException($"The database has schema version {version}; this program knows up to {Steps.Length}. Use a newer program or another database.");

        for (var step = (int)version; step < Steps.Length; step++)
        {
            session.Run(Steps[step]);
            session.Statement("INSERT INTO schema_version (version, applied_at) VALUES ($1, $2)").Run(step + 1, now.ToUnixTimeMilliseconds());
        }
    }
}

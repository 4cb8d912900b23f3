using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedBot.Storage.Conversations;
using Microsoft.Data.Sqlite;

namespace MedBot.Storage.Sqlite;

/// <summary>What the store does, each inside a session's transaction.</summary>
internal static class SqliteConversations
{
    public static StartOutcome Start(SqliteSession session, NewConversation conversation)
    {
        if (Find(session, conversation.Id) is { } existing)
            return new StartOutcome(false, existing);

        var at = conversation.At.ToUnixTimeMilliseconds();
        var entry = session.Statement(
            """
            INSERT INTO conversation (id, channel, user_id, state, watermark, started_at, touched_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING entry
            """).Number(conversation.Id, conversation.Channel, conversation.UserId, conversation.State, conversation.Activities.Length, at, at)!.Value;
        Append(session, entry, 0, conversation.Activities);
        return new StartOutcome(
            true,
            new StoredConversation(conversation.Id, conversation.Channel, conversation.UserId, conversation.State, conversation.Activities.Length, DateTimeOffset.FromUnixTimeMilliseconds(at)));
    }

    public static StoredConversation? Find(SqliteSession session, string conversationId)
    {
        using var row = session.Statement("SELECT channel, user_id, state, watermark, touched_at FROM conversation WHERE id = $1").Rows(conversationId);
        return row.Read() ? Conversation(conversationId, row) : null;
    }

    public static OpenedTurn? OpenTurn(SqliteSession session, string conversationId, string? messageKey)
    {
        using var row = session.Statement(
            """
            SELECT channel, user_id, state, watermark, touched_at, first_number, last_number
            FROM conversation LEFT JOIN inbox ON inbox.entry = conversation.entry AND message_key = $2 WHERE id = $1
            """).Rows(conversationId, messageKey);
        return row.Read()
            ? new OpenedTurn(Conversation(conversationId, row), row.IsDBNull(5) ? null : new HandledMessage(row.GetInt64(5), row.GetInt64(6)))
            : null;
    }

    public static CommitOutcome Commit(SqliteSession session, CompletedTurn turn)
    {
        if (Entry(session, turn.ConversationId) is not { } found)
            return new CommitOutcome.NoConversation();
        if (turn.MessageKey is { } key && FindHandled(session, found.Entry, key) is { } handled)
            return new CommitOutcome.AlreadyHandled(handled);
        if (found.Watermark != turn.Watermark)
            return new CommitOutcome.Superseded();

        if (turn.ForgetsWhatWas)
            DeleteLog(session, found.Entry);
        var watermark = turn.Watermark + turn.Activities.Length;
        Append(session, found.Entry, turn.Watermark, turn.Activities);
        session.Statement("UPDATE conversation SET state = $2, watermark = $3, touched_at = $4 WHERE entry = $1")
            .Run(found.Entry, turn.State, watermark, turn.At.ToUnixTimeMilliseconds());
        if (turn.MessageKey is not null)
        {
            session.Statement("INSERT INTO inbox (entry, message_key, first_number, last_number) VALUES ($1, $2, $3, $4)")
                .Run(found.Entry, turn.MessageKey, turn.Watermark + 1, watermark);
        }

        SqliteOutbox.Add(session, found.Entry, turn.Outgoing);
        return new CommitOutcome.Committed(watermark);
    }

    public static ImmutableArray<LoggedActivity> Read(SqliteSession session, string conversationId, long after, int limit)
    {
        var activities = ImmutableArray.CreateBuilder<LoggedActivity>();
        using var rows = session.Statement(
            """
            SELECT number, body FROM activity
            WHERE entry = (SELECT entry FROM conversation WHERE id = $1) AND number > $2 ORDER BY number LIMIT $3
            """).Rows(conversationId, after, limit);
        while (rows.Read())
            activities.Add(new LoggedActivity(rows.GetInt64(0), rows.GetString(1)));
        return activities.ToImmutable();
    }

    public static bool Delete(SqliteSession session, string conversationId)
    {
        if (Entry(session, conversationId) is not { } found)
            return false;
        Delete(session, found.Entry);
        return true;
    }

    public static int DeleteIdle(SqliteSession session, DateTimeOffset idleSince, int limit)
    {
        var idle = new List<long>();
        using (var rows = session.Statement("SELECT entry FROM conversation WHERE touched_at < $1 ORDER BY touched_at LIMIT $2")
                   .Rows(idleSince.ToUnixTimeMilliseconds(), limit))
        {
            while (rows.Read())
                idle.Add(rows.GetInt64(0));
        }

        foreach (var entry in idle)
            Delete(session, entry);
        return idle.Count;
    }

    public static ImmutableArray<byte> SharedSecret(SqliteSession session, string name, ImmutableArray<byte> candidate)
    {
        session.Statement("INSERT INTO secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .Run(name, ImmutableCollectionsMarshal.AsArray(candidate));
        using var row = session.Statement("SELECT value FROM secret WHERE name = $1").Rows(name);
        row.Read();
        return ImmutableCollectionsMarshal.AsImmutableArray(row.GetFieldValue<byte[]>(0));
    }

    private static StoredConversation Conversation(string id, SqliteDataReader row) => new(
        id, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetInt64(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));

    private static (long Entry, long Watermark)? Entry(SqliteSession session, string conversationId)
    {
        using var row = session.Statement("SELECT entry, watermark FROM conversation WHERE id = $1").Rows(conversationId);
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private static HandledMessage? FindHandled(SqliteSession session, long entry, string messageKey)
    {
        using var row = session.Statement("SELECT first_number, last_number FROM inbox WHERE entry = $1 AND message_key = $2").Rows(entry, messageKey);
        return row.Read() ? new HandledMessage(row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private static void Append(SqliteSession session, long entry, long watermark, ImmutableArray<string> activities)
    {
        var insert = session.Statement("INSERT INTO activity (entry, number, body) VALUES ($1, $2, $3)");
        foreach (var activity in activities)
            insert.Run(entry, ++watermark, activity);
    }

    private static void Delete(SqliteSession session, long entry)
    {
        DeleteLog(session, entry);
        session.Statement("DELETE FROM outbox WHERE entry = $1").Run(entry);
        session.Statement("DELETE FROM conversation WHERE entry = $1").Run(entry);
    }

    private static void DeleteLog(SqliteSession session, long entry)
    {
        session.Statement("DELETE FROM activity WHERE entry = $1").Run(entry);
        session.Statement("DELETE FROM inbox WHERE entry = $1").Run(entry);
    }
}

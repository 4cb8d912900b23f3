using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedBot.Storage.Conversations;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>What is asked of conversations beside a turn.</summary>
internal static class PostgresConversations
{
    public static async Task<bool> StartAsync(NpgsqlDataSource source, NewConversation conversation, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            WITH created AS (
                INSERT INTO conversation (id, channel, user_id, state, watermark, started_at, touched_at)
                VALUES ($1, $2, $3, $4, cardinality($5), $6, $6) ON CONFLICT (id) DO NOTHING RETURNING entry),
            logged AS (
                INSERT INTO activity (entry, number, body)
                SELECT created.entry, said.number, said.body FROM created, unnest($5) WITH ORDINALITY AS said (body, number))
            SELECT EXISTS (SELECT FROM created)
            """).With(conversation.Id).With(conversation.Channel).With(conversation.UserId).With(conversation.State)
            .With(conversation.Activities).With(conversation.At);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    public static async Task<OpenedTurn?> OpenTurnAsync(NpgsqlDataSource source, string conversationId, string? messageKey, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            SELECT channel, user_id, state, watermark, touched_at, first_number, last_number
            FROM conversation LEFT JOIN inbox ON inbox.entry = conversation.entry AND message_key = $2 WHERE id = $1
            """).With(conversationId).With(messageKey);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new OpenedTurn(
                Conversation(conversationId, row),
                row.IsDBNull(5) ? null : new HandledMessage(row.GetInt64(5), row.GetInt64(6)))
            : null;
    }

    public static async Task<StoredConversation?> FindAsync(NpgsqlDataSource source, string conversationId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "SELECT channel, user_id, state, watermark, touched_at FROM conversation WHERE id = $1").With(conversationId);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Conversation(conversationId, row) : null;
    }

    public static async Task<ImmutableArray<LoggedActivity>> ReadAsync(
        NpgsqlDataSource source, string conversationId, long after, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            SELECT number, body FROM activity
            WHERE entry = (SELECT entry FROM conversation WHERE id = $1) AND number > $2 ORDER BY number LIMIT $3
            """).With(conversationId).With(after).With((long)limit);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var activities = ImmutableArray.CreateBuilder<LoggedActivity>();
        while (await rows.ReadAsync(cancellation))
            activities.Add(new LoggedActivity(rows.GetInt64(0), rows.GetString(1)));
        return activities.ToImmutable();
    }

    /// <summary>How far each of the conversations has come.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> WatermarksAsync(
        NpgsqlDataSource source, IReadOnlyCollection<string> conversationIds, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT id, watermark FROM conversation WHERE id = ANY ($1)").With(conversationIds);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var watermarks = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation))
            watermarks.Add(rows.GetString(0), rows.GetInt64(1));
        return watermarks;
    }

    public static async Task<bool> DeleteAsync(NpgsqlDataSource source, string conversationId, CancellationToken cancellation)
    {
        await using var chosen = new NpgsqlCommand("SELECT entry FROM conversation WHERE id = $1 FOR UPDATE").With(conversationId);
        return await DeleteAsync(source, chosen, cancellation) > 0;
    }

    // A conversation in which a turn is just being kept is not idle, so nobody waits for it.
    public static async Task<int> DeleteIdleAsync(NpgsqlDataSource source, DateTimeOffset idleSince, int limit, CancellationToken cancellation)
    {
        await using var chosen = new NpgsqlCommand(
            """
            SELECT entry FROM conversation WHERE touched_on <= ($1 AT TIME ZONE 'UTC')::date AND touched_at < $1
            ORDER BY touched_on LIMIT $2 FOR UPDATE SKIP LOCKED
            """).With(idleSince).With((long)limit);
        return await DeleteAsync(source, chosen, cancellation);
    }

    public static async Task<ImmutableArray<byte>> SharedSecretAsync(
        NpgsqlDataSource source, string name, ImmutableArray<byte> candidate, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            INSERT INTO secret (name, value) VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET value = secret.value RETURNING value
            """).With(name).With(ImmutableCollectionsMarshal.AsArray(candidate)!);
        return ImmutableCollectionsMarshal.AsImmutableArray((byte[])(await command.ExecuteScalarAsync(cancellation))!);
    }

    private static StoredConversation Conversation(string id, NpgsqlDataReader row) => new(
        id, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetFieldValue<DateTimeOffset>(4));

    // The rows are locked first: what a turn was just adding is then seen by the statements that delete.
    private static async Task<int> DeleteAsync(NpgsqlDataSource source, NpgsqlCommand chosen, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        chosen.Connection = connection;
        var entries = new List<long>();
        await using (var rows = await chosen.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
                entries.Add(rows.GetInt64(0));
        }

        if (entries.Count == 0)
            return 0;
        foreach (var table in (string[])["activity", "inbox", "outbox", "conversation"])
        {
            await using var delete = new NpgsqlCommand($"DELETE FROM {table} WHERE entry = ANY ($1)", connection).With([.. entries]);
            await delete.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return entries.Count;
    }
}

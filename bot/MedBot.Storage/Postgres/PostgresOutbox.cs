using System.Collections.Immutable;
using MedBot.Storage.Conversations;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>The deliveries. Replicas take them side by side without waiting for each other.</summary>
internal static class PostgresOutbox
{
    public static async Task<ImmutableArray<DueDelivery>> TakeDueAsync(
        NpgsqlDataSource source, DateTimeOffset now, DateTimeOffset leasedUntil, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            WITH due AS (
                SELECT id FROM outbox AS mine
                WHERE NOT dead AND (due_at <= $1 OR due_at > $3)
                  AND NOT EXISTS (SELECT FROM outbox AS earlier WHERE earlier.entry = mine.entry AND NOT earlier.dead AND earlier.id < mine.id)
                ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED)
            UPDATE outbox SET due_at = $2, held = true FROM due WHERE outbox.id = due.id
            RETURNING outbox.id, attempts, channel, address, body
            """).With(now).With(leasedUntil).With(now + DueDelivery.FarthestAhead).With((long)limit);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var due = ImmutableArray.CreateBuilder<DueDelivery>();
        while (await rows.ReadAsync(cancellation))
        {
            due.Add(new DueDelivery(
                rows.GetInt64(0), rows.GetInt32(1), new OutgoingDelivery(rows.GetString(2), rows.GetString(3), rows.GetString(4))));
        }

        return due.ToImmutable();
    }

    public static async Task<int> HoldAsync(NpgsqlDataSource source, IReadOnlyCollection<long> ids, DateTimeOffset leasedUntil, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("UPDATE outbox SET due_at = $2 WHERE id = ANY ($1) AND held").With([.. ids]).With(leasedUntil);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<bool> DeliveredAsync(NpgsqlDataSource source, long id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("DELETE FROM outbox WHERE id = $1").With(id);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    // What was given up keeps its place for staff, but not its text.
    public static async Task<bool> UndeliveredAsync(NpgsqlDataSource source, long id, string reason, DateTimeOffset? again, CancellationToken cancellation)
    {
        await using var command = again is { } moment
            ? source.CreateCommand("UPDATE outbox SET attempts = attempts + 1, reason = $2, due_at = $3, held = false WHERE id = $1").With(id).With(reason).With(moment)
            : source.CreateCommand("UPDATE outbox SET attempts = attempts + 1, reason = $2, dead = true, held = false, body = '' WHERE id = $1").With(id).With(reason);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    public static async Task<long> CountWaitingAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM outbox WHERE NOT dead");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<ImmutableArray<DeadDelivery>> ReadDeadAsync(NpgsqlDataSource source, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            SELECT conversation.id, outbox.channel, attempts, reason FROM outbox JOIN conversation USING (entry)
            WHERE dead ORDER BY outbox.id DESC LIMIT $1
            """).With((long)limit);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var dead = ImmutableArray.CreateBuilder<DeadDelivery>();
        while (await rows.ReadAsync(cancellation))
            dead.Add(new DeadDelivery(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetString(3)));
        return dead.ToImmutable();
    }
}

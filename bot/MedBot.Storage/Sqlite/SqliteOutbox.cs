using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Storage.Sqlite;

/// <summary>The deliveries, each inside a session's transaction.</summary>
internal static class SqliteOutbox
{
    public static void Add(SqliteSession session, long entry, ImmutableArray<OutgoingDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            // Due at once, whatever the clock says.
            session.Statement("INSERT INTO outbox (entry, channel, address, body, due_at) VALUES ($1, $2, $3, $4, 0)")
                .Run(entry, delivery.Channel, delivery.Address, delivery.Body);
        }
    }

    public static ImmutableArray<DueDelivery> TakeDue(SqliteSession session, DateTimeOffset now, DateTimeOffset leasedUntil, int limit)
    {
        var due = ImmutableArray.CreateBuilder<DueDelivery>();
        using (var rows = session.Statement(
            """
            SELECT id, attempts, channel, address, body FROM outbox AS mine
            WHERE dead = 0 AND (due_at <= $1 OR due_at > $3)
              AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.entry = mine.entry AND earlier.dead = 0 AND earlier.id < mine.id)
            ORDER BY due_at, id LIMIT $2
            """).Rows(now.ToUnixTimeMilliseconds(), limit, (now + DueDelivery.FarthestAhead).ToUnixTimeMilliseconds()))
        {
            while (rows.Read())
            {
                due.Add(new DueDelivery(
                    rows.GetInt64(0), rows.GetInt32(1), new OutgoingDelivery(rows.GetString(2), rows.GetString(3), rows.GetString(4))));
            }
        }

        foreach (var delivery in due)
            session.Statement("UPDATE outbox SET due_at = $2, held = 1 WHERE id = $1").Run(delivery.Id, leasedUntil.ToUnixTimeMilliseconds());
        return due.ToImmutable();
    }

    public static int Hold(SqliteSession session, IReadOnlyCollection<long> ids, DateTimeOffset leasedUntil) =>
        ids.Sum(id => session.Statement("UPDATE outbox SET due_at = $2 WHERE id = $1 AND held = 1").Run(id, leasedUntil.ToUnixTimeMilliseconds()));

    public static bool Delivered(SqliteSession session, long id) => session.Statement("DELETE FROM outbox WHERE id = $1").Run(id) > 0;

    // What was given up keeps its place for staff, but not its text.
    public static bool Undelivered(SqliteSession session, long id, string reason, DateTimeOffset? again) => again is { } moment
        ? session.Statement("UPDATE outbox SET attempts = attempts + 1, reason = $2, due_at = $3, held = 0 WHERE id = $1")
            .Run(id, reason, moment.ToUnixTimeMilliseconds()) > 0
        : session.Statement("UPDATE outbox SET attempts = attempts + 1, reason = $2, dead = 1, held = 0, body = '' WHERE id = $1").Run(id, reason) > 0;

    public static long CountWaiting(SqliteSession session)
    {
        using var rows = session.Statement("SELECT COUNT(*) FROM outbox WHERE dead = 0").Rows();
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    public static ImmutableArray<DeadDelivery> ReadDead(SqliteSession session, int limit)
    {
        var dead = ImmutableArray.CreateBuilder<DeadDelivery>();
        using var rows = session.Statement(
            """
            SELECT conversation.id, outbox.channel, attempts, reason FROM outbox JOIN conversation USING (entry)
            WHERE dead = 1 ORDER BY outbox.id DESC LIMIT $1
            """).Rows(limit);
        while (rows.Read())
            dead.Add(new DeadDelivery(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetString(3)));
        return dead.ToImmutable();
    }
}

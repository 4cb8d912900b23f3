using System.Collections.Frozen;
using MedBot.Storage.Conversations;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>Keeps a turn in one statement, which is one round trip and one transaction.</summary>
internal static class PostgresTurns
{
    private static readonly FrozenDictionary<(bool Forgets, bool Sends), string> Statements =
        new[] { (false, false), (false, true), (true, false), (true, true) }.ToFrozenDictionary(kind => kind, kind => Statement(kind.Item1, kind.Item2));

    /// <summary>
    /// Keeps it. Under a connection that is lost before the answer comes it may have been kept, so the call is repeated
    /// with the same key, by which it is then known: hence every turn has one.
    /// </summary>
    public static async Task<CommitOutcome> CommitAsync(NpgsqlDataSource source, CompletedTurn turn, string messageKey, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Statements[(turn.ForgetsWhatWas, !turn.Outgoing.IsEmpty)])
            .With(turn.ConversationId).With(turn.Watermark).With(messageKey).With(turn.Activities).With(turn.State).With(turn.At);
        if (!turn.Outgoing.IsEmpty)
        {
            command.With(turn.Outgoing.Select(delivery => delivery.Channel))
                .With(turn.Outgoing.Select(delivery => delivery.Address))
                .With(turn.Outgoing.Select(delivery => delivery.Body));
        }

        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        if (row.GetBoolean(0))
            return new CommitOutcome.Committed(turn.Watermark + turn.Activities.Length);
        if (!row.IsDBNull(1))
            return new CommitOutcome.AlreadyHandled(new HandledMessage(row.GetInt64(1), row.GetInt64(2)));
        return row.GetBoolean(3) ? new CommitOutcome.Superseded() : new CommitOutcome.NoConversation();
    }

    // All parts of the statement see the database as it was when it began, except for the update, which waits for another
    // turn of the conversation to end and then looks at the watermark anew. So a turn that another one has overtaken,
    // the same message on another replica included, changes nothing and is reported as superseded or handled.
    private static string Statement(bool forgets, bool sends) =>
        $"""
        WITH handled AS (
            SELECT first_number, last_number FROM inbox
            WHERE entry = (SELECT entry FROM conversation WHERE id = $1) AND message_key = $3),
        kept AS (
            UPDATE conversation SET state = $5, watermark = $2 + cardinality($4), touched_at = $6
            WHERE id = $1 AND watermark = $2 AND NOT EXISTS (SELECT FROM handled)
            RETURNING entry),
        {(forgets ? Forgotten : "")}
        {(sends ? Sent : "")}
        logged AS (
            INSERT INTO activity (entry, number, body)
            SELECT kept.entry, $2 + said.number, said.body FROM kept, unnest($4) WITH ORDINALITY AS said (body, number)),
        noted AS (
            INSERT INTO inbox (entry, message_key, first_number, last_number)
            SELECT entry, $3, $2 + 1, $2 + cardinality($4) FROM kept)
        SELECT EXISTS (SELECT FROM kept), (SELECT first_number FROM handled), (SELECT last_number FROM handled),
            EXISTS (SELECT FROM conversation WHERE id = $1)
        """;

    private const string Forgotten =
        """
        unlogged AS (DELETE FROM activity WHERE entry = (SELECT entry FROM kept)),
        unnoted AS (DELETE FROM inbox WHERE entry = (SELECT entry FROM kept)),
        """;

    private const string Sent =
        """
        sent AS (
            INSERT INTO outbox (entry, channel, address, body)
            SELECT kept.entry, delivery.channel, delivery.address, delivery.body
            FROM kept, unnest($7, $8, $9) WITH ORDINALITY AS delivery (channel, address, body, number) ORDER BY delivery.number),
        """;
}

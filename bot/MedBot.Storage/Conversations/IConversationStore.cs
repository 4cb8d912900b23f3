using System.Collections.Immutable;

namespace MedBot.Storage.Conversations;

/// <summary>
/// Keeps conversations: their state, the log of their activities, and which messages were handled. Thread-safe. What a
/// call reported as done survives the end of the process at any moment after.
/// </summary>
/// <remarks>
/// Activities of a conversation are numbered 1, 2, 3, … without gaps; the number of the last one is the conversation's
/// watermark and also its version: a turn is committed only on the watermark that it was computed from, so two turns of
/// one conversation can never both start from the same state, whichever process they run in.
/// </remarks>
public interface IConversationStore
{
    /// <summary>Creates the schema or brings it up to date. Must have finished before any other call.</summary>
    /// <exception cref="StorageException">The database cannot be opened, or was written by a newer version of the program.</exception>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Returns when conversations can be reached now. Unlike the other calls it never waits for a fault to pass.</summary>
    /// <exception cref="StorageException">They cannot.</exception>
    Task ProbeAsync(CancellationToken cancellation);

    /// <summary>Keeps a new conversation, or finds the one that already has its id and leaves that untouched.</summary>
    Task<StartOutcome> StartAsync(NewConversation conversation, CancellationToken cancellation);

    /// <summary>The conversation as it is now; null when there is none.</summary>
    Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation);

    /// <summary>What a turn begins with: the conversation as it is now, and what its message led to if it was handled before; null when there is no conversation.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="messageKey">The name by which a retry of the message is known again; null when the channel gives none.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task<OpenedTurn?> OpenTurnAsync(string conversationId, string? messageKey, CancellationToken cancellation);

    /// <summary>Keeps a turn whole: the user's activity, the replies, the new state and the message's key, in one transaction.</summary>
    Task<CommitOutcome> CommitAsync(CompletedTurn turn, CancellationToken cancellation);

    /// <summary>The activities after a watermark, oldest first, at most <paramref name="limit"/>.</summary>
    Task<ImmutableArray<LoggedActivity>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation);

    /// <summary>Deletes a conversation with all that belongs to it; false when there is none.</summary>
    Task<bool> DeleteAsync(string conversationId, CancellationToken cancellation);

    /// <summary>Deletes up to <paramref name="limit"/> conversations in which nothing happened since the given moment; how many.</summary>
    Task<int> DeleteIdleAsync(DateTimeOffset idleSince, int limit, CancellationToken cancellation);

    /// <summary>
    /// The deliveries that may be tried now, at most <paramref name="limit"/>: of each conversation only the first that is
    /// not yet delivered. One that is due farther ahead than <see cref="DueDelivery.FarthestAhead"/> was put off by a clock
    /// that has been set back since, and may be tried too. They are the caller's until <paramref name="leasedUntil"/>; then, if it has died, somebody else's.
    /// </summary>
    Task<ImmutableArray<DueDelivery>> TakeDueAsync(DateTimeOffset now, DateTimeOffset leasedUntil, int limit, CancellationToken cancellation);

    /// <summary>Leaves deliveries that were taken to their taker for longer; what has been delivered or put off meanwhile is no longer held.</summary>
    Task HoldAsync(IReadOnlyCollection<long> deliveryIds, DateTimeOffset leasedUntil, CancellationToken cancellation);

    /// <summary>Removes a delivery that arrived.</summary>
    Task DeliveredAsync(long deliveryId, CancellationToken cancellation);

    /// <summary>Puts a delivery off until a moment, or gives it up for staff to see; the conversation's next one is free then.</summary>
    /// <param name="deliveryId">The delivery.</param>
    /// <param name="reason">What went wrong, for staff. Holds nothing of the message.</param>
    /// <param name="again">When to try again; null to give it up.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task UndeliveredAsync(long deliveryId, string reason, DateTimeOffset? again, CancellationToken cancellation);

    /// <summary>How many deliveries wait or are under way; those that were given up do not count.</summary>
    Task<long> CountWaitingAsync(CancellationToken cancellation);

    /// <summary>The deliveries that were given up, newest first.</summary>
    Task<ImmutableArray<DeadDelivery>> ReadDeadAsync(int limit, CancellationToken cancellation);

    /// <summary>A secret that every process on this database shares: the one kept under the name, or the candidate, kept from now on.</summary>
    Task<ImmutableArray<byte>> SharedSecretAsync(string name, ImmutableArray<byte> candidate, CancellationToken cancellation);

    /// <summary>
    /// Calls back after activities were added to a conversation, by whatever process, until disposed. The call may come
    /// more often than needed, and in any order. It brings what was added where that is at hand; whoever has not seen all
    /// before it, or gets null, reads after the last watermark known. It must return at once.
    /// </summary>
    IDisposable Watch(string conversationId, Action<LogAddition?> changed);
}

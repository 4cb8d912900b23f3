using System.Collections.Immutable;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>Conversations in PostgreSQL (13 or newer): for several processes that share them, on one machine or many.</summary>
public sealed class PostgresConversationStore : IConversationStore, IAsyncDisposable
{
    /// <summary>How long the start waits for a database that is itself starting.</summary>
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(30);

    private readonly PostgresSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<PostgresConversationStore> _logger;
    private readonly NpgsqlDataSource _source;
    private readonly PostgresCalls _calls;
    private readonly ConversationWatchers _watchers = new();
    private PostgresNews? _news;

    /// <param name="connectionString">Host=…;Database=…;Username=…;Password=… and whatever else Npgsql knows.</param>
    /// <param name="clock">Dates the steps of the schema, and times the pauses between tries.</param>
    /// <param name="logger">Told of lost connections.</param>
    /// <exception cref="StorageException">The connection string cannot be read; the message says what was expected.</exception>
    public PostgresConversationStore(string connectionString, TimeProvider clock, ILogger<PostgresConversationStore> logger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentNullException.ThrowIfNull(clock);
        _settings = PostgresSettings.Read(connectionString);
        (_clock, _logger) = (clock, logger);
        _source = NpgsqlDataSource.Create(_settings.Pooled);
        _calls = new PostgresCalls(_source, clock);
    }

    private PostgresNews News => _news ?? throw new InvalidOperationException("The store was used before it was prepared.");

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            await _calls.RunAsync((source, token) => PostgresSchema.BringUpToDateAsync(source, _clock.GetUtcNow(), token), PatienceAtStart, cancellation);
        }
        catch (StorageException failure) when (failure.InnerException is PostgresException refusal)
        {
            throw _settings.Unusable(refusal);
        }
        catch (StorageException failure) when (failure.InnerException is { } reason)
        {
            throw new StorageException($"{_settings.Where}, cannot be reached: {reason.Message}", reason);
        }

        _news ??= new PostgresNews(_source, _settings.Alone, _watchers, _clock, _logger);
    }

    public async Task ProbeAsync(CancellationToken cancellation) => await _calls.RunAsync(
        async (source, token) =>
        {
            await using var command = source.CreateCommand("SELECT 1 FROM conversation LIMIT 1");
            return await command.ExecuteScalarAsync(token);
        },
        TimeSpan.Zero,
        cancellation);

    public async Task<StartOutcome> StartAsync(NewConversation conversation, CancellationToken cancellation)
    {
        while (true)
        {
            if (await _calls.RunAsync((source, token) => PostgresConversations.StartAsync(source, conversation, token), cancellation))
            {
                News.Grown(conversation.Id);
                return new StartOutcome(true, new StoredConversation(
                    conversation.Id, conversation.Channel, conversation.UserId, conversation.State, conversation.Activities.Length, PostgresCommands.Milliseconds(conversation.At)));
            }

            // Between the two it may have been deleted: then it is new again.
            if (await FindAsync(conversation.Id, cancellation) is { } existing)
                return new StartOutcome(false, existing);
        }
    }

    public Task<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresConversations.FindAsync(source, conversationId, token), cancellation);

    public Task<OpenedTurn?> OpenTurnAsync(string conversationId, string? messageKey, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresConversations.OpenTurnAsync(source, conversationId, messageKey, token), cancellation);

    public async Task<CommitOutcome> CommitAsync(CompletedTurn turn, CancellationToken cancellation)
    {
        var outcome = turn.MessageKey is { } messageKey ? await CommitAsync(turn, messageKey, cancellation) : await CommitUnnamedAsync(turn, cancellation);
        if (outcome is CommitOutcome.Committed)
            News.Grown(turn.ConversationId, new LogAddition(turn.Watermark, turn.Activities));
        else if (outcome is CommitOutcome.AlreadyHandled)
            News.Grown(turn.ConversationId);
        return outcome;
    }

    private Task<CommitOutcome> CommitAsync(CompletedTurn turn, string messageKey, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresTurns.CommitAsync(source, turn, messageKey, token), cancellation);

    // Its name is known to this call alone, so whatever was handled under it is this very turn: kept by a try whose answer
    // was lost, or which the server had not ended yet when the next one began.
    private async Task<CommitOutcome> CommitUnnamedAsync(CompletedTurn turn, CancellationToken cancellation)
    {
        var name = "\u0001" + Guid.NewGuid().ToString("N");
        var outcome = await CommitAsync(turn, name, cancellation);
        return outcome is CommitOutcome.AlreadyHandled
            || (outcome is CommitOutcome.Superseded && await OpenTurnAsync(turn.ConversationId, name, cancellation) is { Handled: not null })
            ? new CommitOutcome.Committed(turn.Watermark + turn.Activities.Length)
            : outcome;
    }

    public Task<ImmutableArray<LoggedActivity>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresConversations.ReadAsync(source, conversationId, after, limit, token), cancellation);

    public Task<bool> DeleteAsync(string conversationId, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresConversations.DeleteAsync(source, conversationId, token), cancellation);

    public Task<int> DeleteIdleAsync(DateTimeOffset idleSince, int limit, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresConversations.DeleteIdleAsync(source, idleSince, limit, token), cancellation);

    public Task<ImmutableArray<DueDelivery>> TakeDueAsync(DateTimeOffset now, DateTimeOffset leasedUntil, int limit, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresOutbox.TakeDueAsync(source, now, leasedUntil, limit, token), cancellation);

    public Task HoldAsync(IReadOnlyCollection<long> deliveryIds, DateTimeOffset leasedUntil, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresOutbox.HoldAsync(source, deliveryIds, leasedUntil, token), cancellation);

    public Task DeliveredAsync(long deliveryId, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresOutbox.DeliveredAsync(source, deliveryId, token), cancellation);

    public Task UndeliveredAsync(long deliveryId, string reason, DateTimeOffset? again, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresOutbox.UndeliveredAsync(source, deliveryId, reason, again, token), cancellation);

    public Task<long> CountWaitingAsync(CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresOutbox.CountWaitingAsync(source, token), cancellation);

    public Task<ImmutableArray<DeadDelivery>> ReadDeadAsync(int limit, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresOutbox.ReadDeadAsync(source, limit, token), cancellation);

    public Task<ImmutableArray<byte>> SharedSecretAsync(string name, ImmutableArray<byte> candidate, CancellationToken cancellation) =>
        _calls.RunAsync((source, token) => PostgresConversations.SharedSecretAsync(source, name, candidate, token), cancellation);

    public IDisposable Watch(string conversationId, Action<LogAddition?> changed) => _watchers.Add(conversationId, changed);

    public async ValueTask DisposeAsync()
    {
        if (_news is not null)
            await _news.DisposeAsync();
        await _source.DisposeAsync();
    }
}

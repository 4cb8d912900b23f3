using MedBot.Storage.Conversations;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>
/// Makes a call on the database, again and again while what prevents it may pass, for as long as whoever asks can wait.
/// A call may therefore take place twice; each is written so that the second time changes nothing more.
/// </summary>
internal sealed class PostgresCalls(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>How long one waits for a database that restarts. Clients give up after fifteen seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromSeconds(1);

    /// <exception cref="StorageException">It was not possible within the patience, or never will be.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlDataSource, CancellationToken, Task<T>> call, CancellationToken cancellation) =>
        RunAsync(call, Patience, cancellation);

    /// <inheritdoc cref="RunAsync{T}(Func{NpgsqlDataSource, CancellationToken, Task{T}}, CancellationToken)"/>
    public async Task<T> RunAsync<T>(Func<NpgsqlDataSource, CancellationToken, Task<T>> call, TimeSpan patience, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call(source, cancellation);
            }
            catch (Exception failure) when (PostgresFaults.IsOfDatabase(failure))
            {
                if (!PostgresFaults.IsPassing(failure) || clock.GetElapsedTime(began) + pause > patience)
                    throw new StorageException($"PostgreSQL could not do it: {failure.Message}", failure);
                if (PostgresFaults.EndsConnections(failure))
                    source.Clear();
            }

            // Spread out, so that a database that has just started is not met by everybody at once.
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), clock, cancellation);
        }
    }
}

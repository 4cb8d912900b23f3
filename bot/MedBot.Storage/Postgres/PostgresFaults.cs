using System.Net.Sockets;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>Tells faults that pass (a lost connection, a server that restarts) from those that do not.</summary>
internal static class PostgresFaults
{
    /// <summary>Whether it comes from the database or the way to it, and not from this program.</summary>
    public static bool IsOfDatabase(Exception failure) => failure is NpgsqlException or IOException or SocketException or TimeoutException;

    /// <summary>Whether the same statement may succeed a moment later.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException refusal => refusal.IsTransient || IsPassing(refusal.SqlState),
        NpgsqlException => true,
        _ => failure is IOException or SocketException or TimeoutException,
    };

    /// <summary>Whether the connections that are kept open are likely to be dead too.</summary>
    public static bool EndsConnections(Exception failure) => failure is not PostgresException refusal
        || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal)
        || refusal.SqlState.StartsWith("08", StringComparison.Ordinal);

    // Classes: 08 connection, 53 resources (full disk, too many connections), 57P a server that stops or starts, 58 its system.
    // 40001 and 40P01: two transactions in each other's way. 25006: a standby that is just being promoted.
    private static bool IsPassing(string state) =>
        state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ReadOnlySqlTransaction
        || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled
        || state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("58", StringComparison.Ordinal);
}

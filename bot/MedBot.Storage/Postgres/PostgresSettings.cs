using System.Text.RegularExpressions;
using MedBot.Storage.Conversations;
using Npgsql;

namespace MedBot.Storage.Postgres;

/// <summary>ConnectionStrings:Conversations, read. What it does not say is set to suit many short statements; what it says wins.</summary>
internal sealed partial class PostgresSettings
{
    /// <summary>
    /// Twenty connections do for a process: a statement takes about a millisecond. A try that takes longer than the
    /// time-outs is given up and made again. Nothing is ever changed in a session, so none needs a reset.
    /// </summary>
    private const string Defaults =
        "Application Name=medbot;Maximum Pool Size=20;Max Auto Prepare=64;Auto Prepare Min Usages=2;No Reset On Close=true;"
        + "Timeout=3;Command Timeout=5;Keepalive=5;";

    private const string Expected =
        "ConnectionStrings:Conversations is expected to look like Host=db.example.org;Port=5432;Database=medbot;Username=medbot;Password=…";

    private PostgresSettings(NpgsqlConnectionStringBuilder builder)
    {
        Pooled = builder.ConnectionString;
        Where = $"PostgreSQL at {builder.Host}:{builder.Port}, database {builder.Database}, user {builder.Username}";
        builder.Pooling = false;
        Alone = builder.ConnectionString;
    }

    /// <summary>For statements: connections are shared and kept open.</summary>
    public string Pooled { get; }

    /// <summary>For listening: a connection of its own, which ends when it is closed.</summary>
    public string Alone { get; }

    /// <summary>Where the conversations are, in words for staff. Holds no password.</summary>
    public string Where { get; }

    /// <exception cref="StorageException">It cannot be read, or lacks what it needs; says what was expected and never quotes the password.</exception>
    public static PostgresSettings Read(string connectionString)
    {
        if (Address.IsMatch(connectionString))
            throw new StorageException($"An address (postgres://…) is not understood. {Expected}.");
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(Defaults + connectionString);
            if (string.IsNullOrWhiteSpace(builder.Host))
                throw new StorageException($"The connection string names no Host. {Expected}.");
            if (string.IsNullOrWhiteSpace(builder.Database))
                throw new StorageException($"The connection string names no Database. {Expected}.");
            if (string.IsNullOrWhiteSpace(builder.Username))
                throw new StorageException($"The connection string names no Username. {Expected}.");
            return new PostgresSettings(builder);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Its own message names the keyword and quotes no value but the wrong one; to be safe, none is passed on.
            throw new StorageException($"The connection string cannot be read: {Keyword(unreadable)}. {Expected}.");
        }
    }

    /// <summary>Why the database cannot be used, with what was expected.</summary>
    public StorageException Unusable(PostgresException refusal) => new(
        $"{Where}, cannot be used: {Why(refusal)} (SQLSTATE {refusal.SqlState}). {Expected}.", refusal);

    private static string Why(PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "the user or the password is refused",
        PostgresErrorCodes.InvalidCatalogName => "there is no such database; create it, the tables are made by themselves",
        PostgresErrorCodes.InsufficientPrivilege => "the user may not do what is needed; let it own the database, or create tables in its schema",
        PostgresErrorCodes.InvalidSchemaName => "there is no schema to create tables in; see Search Path",
        _ => refusal.MessageText,
    };

    private static string Keyword(Exception unreadable) =>
        unreadable is ArgumentException { ParamName: { Length: > 0 } name } ? $"“{name}” is no keyword of it, or its value does not fit" : "it is not a list of Keyword=Value";

    [GeneratedRegex(@"\A\s*postgres(?:ql)?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }
}

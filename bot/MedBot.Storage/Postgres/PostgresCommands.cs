using Npgsql;
using NpgsqlTypes;

namespace MedBot.Storage.Postgres;

/// <summary>Fills the parameters $1, $2, … of a command, one after the other.</summary>
internal static class PostgresCommands
{
    public static NpgsqlCommand With(this NpgsqlCommand command, string? text) => command.With(PostgresText.Of(text), NpgsqlDbType.Text);

    public static NpgsqlCommand With(this NpgsqlCommand command, IEnumerable<string> texts) =>
        command.With(texts.Select(PostgresText.Of).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlCommand With(this NpgsqlCommand command, long number) => command.Typed(number);

    public static NpgsqlCommand With(this NpgsqlCommand command, bool fact) => command.Typed(fact);

    public static NpgsqlCommand With(this NpgsqlCommand command, byte[] bytes) => command.Typed(bytes);

    public static NpgsqlCommand With(this NpgsqlCommand command, long[] numbers) => command.Typed(numbers);

    /// <summary>To the millisecond, as every provider keeps times.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, DateTimeOffset moment) => command.Typed(Milliseconds(moment));

    public static DateTimeOffset Milliseconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());

    private static NpgsqlCommand Typed<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    private static NpgsqlCommand With(this NpgsqlCommand command, object? value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }
}

using System.Text.Json;
using System.Text.Unicode;

namespace MedBot.Channels.Requests;

/// <summary>
/// JSON whose every text can be read. A parser that keeps values as they came accepts bytes that are no UTF-8 and halves
/// of surrogate pairs, and fails when the text is asked for: much later, and as if it were the program's fault.
/// </summary>
internal static class JsonBody
{
    /// <exception cref="JsonException">It is not JSON, or a text in it is none.</exception>
    public static void Require(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw new JsonException();
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException halfPair)
        {
            throw new JsonException(null, halfPair);
        }
    }
}

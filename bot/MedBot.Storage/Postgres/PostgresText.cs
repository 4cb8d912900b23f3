using System.Text;

namespace MedBot.Storage.Postgres;

/// <summary>Text as PostgreSQL takes it: it knows neither U+0000 nor half a surrogate pair, which a client may well send in an id.</summary>
internal static class PostgresText
{
    public static string? Of(string? text)
    {
        if (text is null || IsPlain(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            plain.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return plain.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var unit in text)
        {
            if (unit == '\0' || char.IsSurrogate(unit))
                return false;
        }

        return true;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MedBot.Channels.Privacy;

/// <summary>
/// Takes numbers that tell who somebody is out of what residents write: identity cards, mobile phones, bank and insurance
/// cards. Nothing that MedBot answers depends on them, so they are gone before a message is understood, kept or logged.
/// </summary>
public static partial class PersonalNumbers
{
    /// <summary>What stands in a number's place. Holds no digit.</summary>
    public const string Mask = "［号码已隐去］";

    /// <summary>The text without personal numbers.</summary>
    public static string Conceal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Number.Replace(text, Mask);
    }

    /// <summary>The JSON with the strings and numbers in it concealed; the same value when there are none.</summary>
    public static JsonElement Conceal(JsonElement json)
    {
        var text = json.GetRawText();
        // Escapes can hide digits (\u0031), so the search is repeated on the decoded strings.
        if (!Number.IsMatch(text) && !text.Contains('\\', StringComparison.Ordinal))
            return json;
        return JsonSerializer.SerializeToElement(Conceal(JsonNode.Parse(text)), ConcealedJson.Default.JsonNode);
    }

    private static JsonNode? Conceal(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Conceal(member.Key), Conceal(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Conceal)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(Conceal(value.GetValue<string>())),
        JsonValue value when Number.IsMatch(value.ToJsonString()) => JsonValue.Create(Mask),
        _ => node?.DeepClone(),
    };

    // No amount, date or hotline has eleven digits in a row, so any such run is taken for a personal number: mobile phone
    // (11), old (15) and present (18, possibly ending in X) identity card, bank card (16 to 19). In groups they are known
    // by the groups: 138 0013 8000, 110101 19900307 123X, 6222 0212 3456 7890 123. Full-width digits count too.
    [GeneratedRegex(
        """
        (?<! [0-9０-９] )
        (?:
            [0-9０-９]{11,} [XxＸｘ]?
          | (?: \+? 86 [-\ ]? )? 1[3-9][0-9] [-\ ] [0-9]{4} [-\ ] [0-9]{4}
          | [1-9][0-9]{5} [-\ ] [0-9]{8} [-\ ] [0-9]{3}[0-9Xx]
          | [0-9]{4} (?: [-\ ] [0-9]{4} ){3} (?: [-\ ] [0-9]{1,3} )?
        )
        (?! [0-9０-９] )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonNode))]
internal sealed partial class ConcealedJson : System.Text.Json.Serialization.JsonSerializerContext;

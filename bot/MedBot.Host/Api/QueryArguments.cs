using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Plugins.Functions;
using Microsoft.Extensions.AI;

namespace MedBot.Host.Api;

/// <summary>The words of a query string as the typed arguments that a function's schema asks for.</summary>
internal static class QueryArguments
{
    /// <exception cref="BadArgumentException">A parameter stands twice.</exception>
    public static AIFunctionArguments Read(IQueryCollection query, JsonElement schema)
    {
        var arguments = new AIFunctionArguments();
        var properties = schema.GetProperty("properties");
        foreach (var (name, values) in query)
        {
            if (values.Count != 1)
                throw new BadArgumentException(name, "只能写一次");
            if (values[0] is { Length: > 0 } text)
                arguments[name] = properties.TryGetProperty(name, out var property) && IsLiteral(property, text) ? JsonElement.Parse(text) : JsonSerializer.SerializeToElement(text);
        }
        return arguments;
    }

    /// <summary>True when the schema asks for a number or a truth value and the text is one in JSON's notation; else it stays text, to be refused with what was expected.</summary>
    private static bool IsLiteral(JsonElement property, string text)
    {
        if (!property.TryGetProperty("type", out var type) || type.ToString() is var types && !(types.Contains("integer") || types.Contains("number") || types.Contains("boolean")))
            return false;
        try
        {
            return JsonNode.Parse(text) is JsonValue;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

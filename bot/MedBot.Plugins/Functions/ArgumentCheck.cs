using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBot.Plugins.Functions;

/// <summary>Holds a call's arguments against the function's schema, so that whoever calls wrongly hears what was expected.</summary>
internal static class ArgumentCheck
{
    /// <exception cref="BadArgumentException">An argument is unknown, missing, or of another type than the schema's.</exception>
    public static void Check(JsonElement schema, AIFunctionArguments arguments)
    {
        var properties = schema.GetProperty("properties");
        foreach (var name in arguments.Keys)
        {
            if (!properties.TryGetProperty(name, out _))
                throw new BadArgumentException(name, $"没有这个参数；可用的是 {string.Join("、", properties.EnumerateObject().Select(property => property.Name))}");
        }
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(one => one.GetString()!))
            {
                if (!arguments.TryGetValue(name, out var value) || IsNull(value))
                    throw new BadArgumentException(name, $"必须填写：{DescriptionOf(properties.GetProperty(name))}");
            }
        }
        foreach (var name in arguments.Keys.ToList())
        {
            if (!IsNull(arguments[name]))
                CheckValue(name, properties.GetProperty(name), arguments[name]!);
            else
                arguments.Remove(name);    // a model writes null for what it does not know
        }
    }

    private static void CheckValue(string name, JsonElement schema, object value)
    {
        var json = value as JsonElement? ?? JsonSerializer.SerializeToElement(value, FunctionJson.Readable.GetTypeInfo(value.GetType()));
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        if (schema.TryGetProperty("enum", out var allowed))
        {
            var words = allowed.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!).ToList();
            if (!words.Contains(text))
                throw new BadArgumentException(name, $"应为 {string.Join("、", words)} 之一，而不是“{text}”");
            return;
        }
        var format = schema.TryGetProperty("format", out var named) ? named.GetString() : null;
        var fits = TypesOf(schema).Any(type => type switch
        {
            "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out _),
            "number" => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _),
            "string" when format == "date" => json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "string" => json.ValueKind == JsonValueKind.String,
            _ => false,
        });
        if (!fits)
            throw new BadArgumentException(name, $"应为{(format == "date" ? "日期 YYYY-MM-DD" : string.Join("或", TypesOf(schema).Where(type => type != "null").Select(NameOf)))}，而不是“{text}”");
    }

    private static IEnumerable<string> TypesOf(JsonElement schema) => schema.GetProperty("type") switch
    {
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Select(type => type.GetString()!),
        var one => [one.GetString()!],
    };

    private static string NameOf(string type) => type switch
    {
        "integer" => "整数",
        "number" => "数字",
        "boolean" => " true 或 false",
        _ => "文字",
    };

    private static string DescriptionOf(JsonElement schema) => schema.TryGetProperty("description", out var words) ? words.GetString()! : "";

    private static bool IsNull(object? value) => value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined };
}

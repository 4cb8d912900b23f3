using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MedBot.Host.Api;

/// <summary>A JSON schema, as functions have it, as a schema of OpenAPI.</summary>
internal static class OpenApiSchemas
{
    public static OpenApiSchema Of(JsonElement schema)
    {
        var made = new OpenApiSchema();
        if (schema.ValueKind != JsonValueKind.Object)
            return made;
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "type":
                    made.Type = TypeOf(keyword.Value);
                    break;
                case "description":
                    made.Description = keyword.Value.GetString();
                    break;
                case "format":
                    made.Format = keyword.Value.GetString();
                    break;
                case "default":
                    made.Default = JsonNode.Parse(keyword.Value.GetRawText());
                    break;
                case "enum":
                    made.Enum = [.. keyword.Value.EnumerateArray().Where(word => word.ValueKind != JsonValueKind.Null).Select(word => JsonNode.Parse(word.GetRawText())!)];
                    break;
                case "items":
                    made.Items = Of(keyword.Value);
                    break;
                case "properties":
                    made.Properties = keyword.Value.EnumerateObject().ToDictionary(property => property.Name, IOpenApiSchema (property) => Of(property.Value));
                    break;
                case "required":
                    made.Required = keyword.Value.EnumerateArray().Select(name => name.GetString()!).ToHashSet();
                    break;
            }
        }
        // An enumeration's schema leaves its type out.
        if (made.Enum is { Count: > 0 })
            made.Type ??= JsonSchemaType.String;
        return made;
    }

    private static JsonSchemaType TypeOf(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Select(TypeOf).Aggregate((all, one) => all | one)
        : type.GetString() switch
        {
            "string" => JsonSchemaType.String,
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            "array" => JsonSchemaType.Array,
            "null" => JsonSchemaType.Null,
            _ => JsonSchemaType.Object,
        };
}

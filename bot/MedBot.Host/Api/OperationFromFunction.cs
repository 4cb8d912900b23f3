using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Host.Composition;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MedBot.Host.Api;

/// <summary>Describes an address by the function behind it: one description for language models and for programs.</summary>
internal static class OperationFromFunction
{
    private const string Json = "application/json";

    private static readonly string[] ProblemMembers = ["title", "detail", "parameter", "expected"];

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var route = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiRoute>().Single();
        var function = context.ApplicationServices.GetRequiredService<LiveFunctions>().Current.ByName[route.Function];
        operation.OperationId = route.Function;
        operation.Summary = function.Description;
        if (route.IsPost)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = OpenApiSchemas.Of(function.JsonSchema), Example = route.Example.DeepClone() } },
            };
        }
        else
        {
            operation.Parameters = [.. Parameters(function.JsonSchema, route.Example)];
        }
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "回答", Content = Content(Json, OpenApiSchemas.Of(function.ReturnJsonSchema!.Value)) },
            ["400"] = new OpenApiResponse { Description = "参数不对；expected 说明应该怎么写", Content = Content("application/problem+json", Problem()) },
            ["429"] = new OpenApiResponse { Description = "请求太多，请稍后再试" },
        };
        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiParameter> Parameters(JsonElement schema, JsonObject example)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            var made = OpenApiSchemas.Of(property.Value);
            made.Type &= ~JsonSchemaType.Null;
            yield return new OpenApiParameter
            {
                Name = property.Name,
                In = ParameterLocation.Query,
                Required = required.Contains(property.Name),
                Description = made.Description,
                Schema = made,
                Example = example[property.Name]?.DeepClone(),
            };
        }
    }

    private static Dictionary<string, OpenApiMediaType> Content(string type, OpenApiSchema schema) => new() { [type] = new() { Schema = schema } };

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = ProblemMembers.ToDictionary(name => name, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String }),
    };
}

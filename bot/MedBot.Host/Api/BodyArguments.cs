using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.AI;

namespace MedBot.Host.Api;

/// <summary>A JSON body as a function's arguments.</summary>
internal static class BodyArguments
{
    private const int LargestBody = 16 * 1024;

    /// <exception cref="BadHttpRequestException">400, 413 or 415.</exception>
    public static async Task<AIFunctionArguments> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!context.Request.HasJsonContentType())
            throw new BadHttpRequestException("Content-Type 应为 application/json", StatusCodes.Status415UnsupportedMediaType);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestBody;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 }, cancellation);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
                throw new BadHttpRequestException("正文应为一个 JSON 对象");
            var arguments = new AIFunctionArguments();
            foreach (var property in body.RootElement.EnumerateObject())
                arguments[property.Name] = property.Value.Clone();
            return arguments;
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException($"正文应为一个 JSON 对象，第 {wrong.LineNumber + 1} 行读不懂", wrong);
        }
    }
}

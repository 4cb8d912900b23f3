using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.Requests;

/// <summary>Bodies read whole, up to a limit.</summary>
internal static class RequestBody
{
    /// <exception cref="RefusedRequestException">413, the body is larger than the limit; 415, it is not said to be JSON.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadJsonAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        RequireJson(request);
        var body = await ReadAsync(request, limit, cancellation);
        JsonBody.Require(body.Span);
        return body;
    }

    /// <summary>The same where there need be no body: empty then, whatever it is said to be.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadOptionalJsonAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        var body = await ReadAsync(request, limit, cancellation);
        if (body.IsEmpty)
            return body;
        RequireJson(request);
        JsonBody.Require(body.Span);
        return body;
    }

    private static void RequireJson(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Content-Type must be application/json.");
    }

    /// <exception cref="RefusedRequestException">413, the body is larger than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit);

        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 4096, 1, limit));
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(1), cancellation);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > limit)
                throw TooLarge(limit);
        }
    }

    private static RefusedRequestException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body must not be larger than {limit} bytes.");
}

using System.Text.Json;
using MedBot.Host.Composition;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MedBot.Host.Mcp;

/// <summary>
/// The Model Context Protocol's streamable HTTP at /mcp, over the protocol's own library. Tools only read, so there are no
/// sessions: every request stands alone, any replica answers it, and there is no stream to GET or session to DELETE.
/// </summary>
internal static class McpEndpoint
{
    public const string Path = "/mcp";

    private const string VersionHeader = "MCP-Protocol-Version";
    private const string EventStream = "text/event-stream";
    private const int LargestMessage = 64 * 1024;
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;

    public static void MapMcp(this WebApplication app)
    {
        var functions = app.Services.GetRequiredService<LiveFunctions>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var options = McpTools.Over(() => functions.Current, clock);
        app.MapPost(Path, (HttpContext context) => PostAsync(context, options)).ExcludeFromDescription();
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Delete], (Delegate)((HttpContext context) =>
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Refuse(StatusCodes.Status405MethodNotAllowed, InvalidRequest, "This server keeps no sessions: POST each message.");
        })).ExcludeFromDescription();
    }

    private static async Task PostAsync(HttpContext context, McpServerOptions options)
    {
        var (message, refusal) = await ReadAsync(context);
        if (message is null)
        {
            await refusal!.ExecuteAsync(context);
            return;
        }
        var logging = context.RequestServices.GetRequiredService<ILoggerFactory>();
        await using var transport = new StreamableHttpServerTransport(logging) { Stateless = true };
        await using var server = McpServer.Create(transport, options, logging, context.RequestServices);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(ended.Token);
        context.Response.ContentType = EventStream;
        context.Response.Headers.CacheControl = "no-cache,no-store";
        if (!await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        await ended.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<(JsonRpcMessage? Message, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        // A page of another site must not use a visitor's machine as a way to a server there (DNS rebinding).
        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin, request))
            return (null, Refuse(StatusCodes.Status403Forbidden, InvalidRequest, "Pages of other origins may not call."));
        if (!request.HasJsonContentType())
            return (null, Refuse(StatusCodes.Status415UnsupportedMediaType, InvalidRequest, "Content-Type must be application/json."));
        if (!Accepts(request, "application/json") || !Accepts(request, EventStream))
            return (null, Refuse(StatusCodes.Status406NotAcceptable, InvalidRequest, "Accept must list application/json and text/event-stream."));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestMessage;
        try
        {
            var message = await JsonSerializer.DeserializeAsync(request.Body, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)), context.RequestAborted) as JsonRpcMessage;
            if (message is null)
                return (null, Refuse(StatusCodes.Status400BadRequest, InvalidRequest, "The body must be one JSON-RPC message."));
            message.Context = new JsonRpcMessageContext { ProtocolVersion = request.Headers[VersionHeader].ToString() is { Length: > 0 } version ? version : null };
            return (message, null);
        }
        catch (JsonException)
        {
            return (null, Refuse(StatusCodes.Status400BadRequest, ParseError, "The body must be one JSON-RPC message."));
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (null, Refuse(tooLarge.StatusCode, InvalidRequest, tooLarge.Message));
        }
    }

    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var page) && (page.IsLoopback || string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool Accepts(HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MatchesMediaType(type));

    private static IResult Refuse(int status, int code, string message) => Results.Json(
        new { jsonrpc = "2.0", id = (string?)null, error = new { code, message } },
        statusCode: status);
}

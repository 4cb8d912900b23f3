using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.WeChat;

/// <summary>A callback address: GET registers it with the platform, POST delivers a message and takes the passive reply.</summary>
internal static partial class CallbackEndpoints
{
    /// <summary>Tells the platform that the message arrived and that there is no reply.</summary>
    private const string NothingToSay = "success";

    public static void Map(WebApplication app, string path, CallbackAccount account)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var inbox = app.Services.GetRequiredService<PlatformInbox>();
        var callback = new CallbackRequest(account, new ReplayGuard(account.OldestRequest, clock), clock);
        var group = app.MapGroup(path).AddEndpointFilter<RefusalFilter>().AddEndpointFilter((context, next) => LogRefusalAsync(app.Logger, path, context, next));

        group.MapGet("", (HttpContext context) => Text(context, callback.Verify(context.Request)));
        group.MapPost("", async (HttpContext context, CancellationToken cancellation) =>
        {
            var (xml, seal) = await callback.ReadAsync(context.Request, cancellation);
            var delivered = new PlatformMessage(account.Channel, CallbackXml.Read(xml));
            return await inbox.TakeAsync(account, delivered) is { Length: > 0 } text
                ? Xml(seal.Close(Reply(delivered, text, clock.GetUtcNow()), clock.GetUtcNow()))
                : Text(context, NothingToSay);
        });
    }

    private static string Reply(PlatformMessage delivered, string text, DateTimeOffset at) =>
        $"<xml><ToUserName>{CallbackXml.Quoted(delivered.Sender)}</ToUserName><FromUserName>{CallbackXml.Quoted(delivered.Receiver)}</FromUserName>"
        + $"<CreateTime>{at.ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>{CallbackXml.Quoted(text)}</Content></xml>";

    private static IResult Xml(string xml) => Results.Text(xml, "text/xml; charset=utf-8");

    // What the platform asks to be echoed comes from the address: never to be taken for a page.
    private static IResult Text(HttpContext context, string text)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(text, "text/plain; charset=utf-8");
    }

    private static async ValueTask<object?> LogRefusalAsync(ILogger logger, string path, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusedRequestException refused)
        {
            Refused(logger, path, refused.Code, refused.Message);
            throw;
        }
    }

    [LoggerMessage(EventId = 3404, Level = LogLevel.Warning, Message = "A request to {Path} was refused: {Code}. {Reason}")]
    private static partial void Refused(ILogger logger, string path, string code, string reason);
}

using MedBot.Channels.DirectLine;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MedBot.Host.Serving;

/// <summary>The chat page and its files, with the headers that keep other sites' code out of it.</summary>
internal static class ChatPage
{
    // Web Chat writes its own style elements and shows data: images, hence the two exceptions.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' ws: wss:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Pages of the trusted origins may show the chat in a frame, which embed.js does for them.</summary>
    public static void UseChatPage(this WebApplication app)
    {
        app.UseDefaultFiles();
        var trusted = app.Services.GetRequiredService<IOptions<DirectLineOptions>>().Value.TrustedOrigins;
        var policy = string.Join(' ', [Policy, .. trusted]);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => Guard(file, policy) });
    }

    private static void Guard(StaticFileResponseContext file, string policy)
    {
        var headers = file.Context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.ContentSecurityPolicy] = policy;
        headers["Referrer-Policy"] = "no-referrer";
        // Files are asked for again each time and answered "not modified": a new version shows at once.
        headers.CacheControl = "no-cache";
    }
}

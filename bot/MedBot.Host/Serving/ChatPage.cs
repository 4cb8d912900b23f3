using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace MedBot.Host.Serving;

/// <summary>The chat page and its files, with the headers that keep other sites' code out of it.</summary>
internal static class ChatPage
{
    // Web Chat writes its own style elements and shows data: images, hence the two exceptions.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' ws: wss:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void UseChatPage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Guard });
    }

    private static void Guard(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.ContentSecurityPolicy] = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        // Files are asked for again each time and answered "not modified": a new version shows at once.
        headers.CacheControl = "no-cache";
    }
}

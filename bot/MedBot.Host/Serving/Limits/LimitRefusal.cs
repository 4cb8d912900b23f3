using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace MedBot.Host.Serving.Limits;

/// <summary>The answer to one request too many: 429, Retry-After in seconds, and a body of the shape that the address's clients read.</summary>
internal static class LimitRefusal
{
    private const string Problem =
        """{"type":"https://www.rfc-editor.org/rfc/rfc6585#section-4","title":"Too Many Requests","status":429,"detail":"The limit of requests is reached; Retry-After says in how many seconds to ask again."}""";

    private const string Error = """{"error":{"code":"TooManyRequests","message":"Too many requests; Retry-After says in how many seconds to ask again."}}""";

    public static async ValueTask WriteAsync(OnRejectedContext refused, CancellationToken cancellation)
    {
        var context = refused.HttpContext;
        var isApi = RequestScopes.IsApi(context.Request.Path);
        context.RequestServices.GetRequiredService<LimitNotice>().Refused(RequestScopes.Of(context.Request));

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = SecondsOf(refused.Lease).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = isApi ? "application/problem+json" : "application/json; charset=utf-8";
        await context.Response.WriteAsync(isApi ? Problem : Error, cancellation);
    }

    private static int SecondsOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
}

namespace MedBot.Host.Serving.Limits;

/// <summary>What a request counts as.</summary>
internal enum RequestScope
{
    /// <summary>
    /// Not counted: files, health, and above all what a chat page reads. A client that gets one 429 on a poll or on a
    /// reconnect stays silent for good.
    /// </summary>
    Reading,

    /// <summary>What a resident's page sends.</summary>
    Page,

    /// <summary>What a platform delivers for many residents.</summary>
    Platform,

    /// <summary>What a program asks.</summary>
    Api,
}

internal static class RequestScopes
{
    private static readonly PathString[] Platforms = ["/api/messages", "/wechat", "/wecom", "/webhook"];

    private static readonly PathString[] Apis = ["/api/v1", "/mcp"];

    public static RequestScope Of(HttpRequest request) => request switch
    {
        _ when HttpMethods.IsOptions(request.Method) => RequestScope.Reading,
        _ when IsApi(request.Path) => RequestScope.Api,
        _ when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => RequestScope.Reading,
        _ when IsBelow(request.Path, Platforms) => RequestScope.Platform,
        _ => RequestScope.Page,
    };

    public static bool IsApi(PathString path) => IsBelow(path, Apis);

    private static bool IsBelow(PathString path, PathString[] roots)
    {
        foreach (var root in roots)
        {
            if (path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

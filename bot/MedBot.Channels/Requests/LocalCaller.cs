using System.Net;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.Requests;

/// <summary>Callers on the server's own machine, who may do without credentials where none are configured.</summary>
public static class LocalCaller
{
    /// <summary>True for the loopback without a proxy in between, which would pass strangers on.</summary>
    public static bool Is(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded")
        // What a trusted proxy said has been taken over by then, and stands here.
        && !context.Request.Headers.ContainsKey("X-Original-For");
}

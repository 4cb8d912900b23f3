using System.Net;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace MedBot.Host.Serving.Limits;

/// <summary>Takes over from configured proxies whose request it is.</summary>
internal static partial class ReverseProxies
{
    public static IServiceCollection AddReverseProxies(this IServiceCollection services)
    {
        services.AddOptions<ReverseProxyOptions>().BindConfiguration("ForwardedHeaders").ValidateOnStart();
        return services.AddSingleton<IValidateOptions<ReverseProxyOptions>, ReverseProxyOptionsValidator>();
    }

    /// <summary>First of all: everything else asks who the caller is.</summary>
    public static void UseReverseProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<ReverseProxyOptions>>().Value.KnownProxies;
        if (proxies.Length > 0)
            app.UseForwardedHeaders(Trusting(proxies));
        else
            app.Use(WarnOnce(app.Logger));
    }

    private static ForwardedHeadersOptions Trusting(string[] proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(IPNetwork.Parse(proxy));
        }

        return options;
    }

    /// <summary>On this machine nobody but a proxy sends the header.</summary>
    private static Func<HttpContext, RequestDelegate, Task> WarnOnce(ILogger logger)
    {
        var warned = 0;
        return (context, next) =>
        {
            if (warned == 0
                && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
                && !LocalCaller.Is(context)
                && Interlocked.Exchange(ref warned, 1) == 0)
                UnknownProxy(logger);
            return next(context);
        };
    }

    [LoggerMessage(
        EventId = 5103,
        Level = LogLevel.Warning,
        Message = "A proxy on this machine passes requests on, but ForwardedHeaders:KnownProxies does not name it: callers cannot be told apart and no limit by address holds")]
    private static partial void UnknownProxy(ILogger logger);
}

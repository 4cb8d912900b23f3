using MedBot.Channels.Connector;
using MedBot.Channels.DirectLine;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving.Limits;

/// <summary>The server's own limits, for what comes before any endpoint could refuse it.</summary>
internal static class RequestLimits
{
    /// <summary>No endpoint without a setting of its own takes more.</summary>
    private const int LargestOtherBody = 1024 * 1024;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.AddOptions<RequestLimitsOptions>().BindConfiguration("RequestLimits").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RequestLimitsOptions>, RequestLimitsOptionsValidator>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<RequestLimitsOptions>, IOptions<DirectLineOptions>, IOptions<ConnectorOptions>>(
            (kestrel, limits, directLine, connector) => Configure(kestrel, limits.Value, directLine.Value, connector.Value));
        return services;
    }

    private static void Configure(KestrelServerOptions kestrel, RequestLimitsOptions limits, DirectLineOptions directLine, ConnectorOptions connector)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.LargestHeaders;
        kestrel.Limits.KeepAliveTimeout = limits.KeepAliveTimeout;
        kestrel.Limits.MaxRequestBodySize = new[] { LargestOtherBody, directLine.LargestActivity, directLine.LargestUpload, connector.LargestActivity }.Max();
    }
}

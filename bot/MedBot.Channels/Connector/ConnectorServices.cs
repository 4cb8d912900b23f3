using MedBot.Channels.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Connector;

/// <summary>The Connector as part of a web application.</summary>
internal static partial class ConnectorServices
{
    /// <summary>Name of the HTTP client for the issuers' own addresses, which come from the configuration.</summary>
    public const string MetadataClient = "ConnectorMetadata";

    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddOptions<ConnectorOptions>().BindConfiguration("Connector").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsValidator>();
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorRegistrationValidator>();
        services.AddHttpClient(MetadataClient, client => client.Timeout = TimeSpan.FromSeconds(10));
        services.TryAddSingleton<IServiceNetwork, ServiceNetwork>();
        services.AddSingleton<ServiceClients>();
        services.AddSingleton<ConnectorAuthentication>();
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton<ConnectorInbox>();
        return services.AddSingleton<IDeliverer, ConnectorDeliverer>();
    }

    public static void MapConnector(this WebApplication app)
    {
        ConnectorEndpoints.Map(app);
        if (!app.Services.GetRequiredService<IOptions<ConnectorOptions>>().Value.IsRegistered)
            app.Lifetime.ApplicationStarted.Register(() => LocalOnly(app.Logger));
    }

    [LoggerMessage(EventId = 3302, Level = LogLevel.Information, Message = "Connector:AppId is not configured: /api/messages answers callers on this machine only")]
    private static partial void LocalOnly(ILogger logger);
}

using MedBot.Channels.Audit;
using MedBot.Channels.Connector;
using MedBot.Channels.Delivery;
using MedBot.Channels.DirectLine;
using MedBot.Channels.Draining;
using MedBot.Channels.Telemetry;
using MedBot.Channels.Turns;
using MedBot.Channels.Webhook;
using MedBot.Channels.WeChat;
using MedBot.Channels.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MedBot.Channels;

/// <summary>All channels on a web application. They need the dialog and the store of conversations as services.</summary>
public static class MedBotChannels
{
    public static IServiceCollection AddMedBotChannels(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDialog, EngineDialog>();
        services.AddOptions<AuditOptions>().BindConfiguration("Audit");
        services.AddMetrics();
        services.AddSingleton<TurnMeters>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<AnswerAudit>();
        services.AddSingleton<TurnObserver>();
        services.AddSingleton<ParsedStates>();
        services.AddSingleton<ConversationGate>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<OutboxSignal>();
        Drain.Add(services);
        services.AddHostedService<OutboxDispatcher>();
        return services.AddDirectLine().AddConnector().AddWeChat().AddWeCom().AddWebhook();
    }

    public static void MapMedBotChannels(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWebSockets();
        app.UseDirectLineCors();
        app.MapDirectLine();
        app.MapConnector();
        app.MapWeChat();
        app.MapWeCom();
        app.MapWebhook();
    }
}

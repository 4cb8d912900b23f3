using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Webhook;

/// <summary>The webhook as part of a web application.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhook(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("Webhook").ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        return services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookSecretsValidator>();
    }

    public static void MapWebhook(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WebhookOptions>>().Value;
        if (options.Secrets.Length > 0)
            WebhookEndpoint.Map(app, new WebhookSignature(options, app.Services.GetRequiredService<TimeProvider>()));
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving.Telemetry;

/// <summary>Telemetry as part of a web application: off until it is told where to send.</summary>
internal static class TelemetryServices
{
    private const string Section = "Telemetry", EnvironmentEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Unset, a request's span has no attributes.</summary>
    private const string BareSpans = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryEndpointValidator>();
        if (string.IsNullOrEmpty(configuration[$"{Section}:{nameof(TelemetryOptions.OtlpEndpoint)}"]) && string.IsNullOrEmpty(configuration[EnvironmentEndpoint]))
            return services;
        AppContext.SetSwitch(BareSpans, false);
        return services.AddSingleton<TelemetryExport>().AddHostedService(provider => provider.GetRequiredService<TelemetryExport>());
    }

    /// <summary>Completes the spans of requests by what the framework leaves out: the route and the status.</summary>
    public static void UseRequestSpans(this WebApplication app)
    {
        if (app.Services.GetService<TelemetryExport>() is null)
            return;
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
                return;
            span.SetTag("http.response.status_code", context.Response.StatusCode);
            if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } route)
                return;
            span.SetTag("http.route", route);
            span.DisplayName = $"{context.Request.Method} {route}";
        });
    }
}

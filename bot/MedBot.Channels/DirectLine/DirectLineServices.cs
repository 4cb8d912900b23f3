using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>Direct Line as part of a web application.</summary>
internal static partial class DirectLineServices
{
    private const string CorsPolicy = "DirectLine";

    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration("DirectLine").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineSecretsValidator>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineAccess>();
        services.AddSingleton<DirectLineSessions>();
        services.AddSingleton<DirectLineTurns>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<TypingNotices>();
        services.AddSingleton<ActivityStream>();
        // Tokens are shown in a header, never in a cookie, so any page may call: what it may do depends on its token.
        // Any header stands for the ones that were asked for: a star would not cover Authorization.
        return services.AddCors(cors => cors.AddPolicy(CorsPolicy, policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader().SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    /// <summary>Before everything that can refuse a request: without these headers on a refusal, browsers report a dead network instead.</summary>
    public static void UseDirectLineCors(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(DirectLineEndpoints.Prefix), branch => branch.UseCors(CorsPolicy));

    public static void MapDirectLine(this WebApplication app)
    {
        DirectLineEndpoints.Map(app);
        PageEndpoints.Map(app);
        if (app.Services.GetRequiredService<IOptions<DirectLineOptions>>().Value.Secrets.Length == 0)
            app.Lifetime.ApplicationStarted.Register(() => LocalOnly(app.Logger));
    }

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "DirectLine:Secrets is not configured: the chat page and Direct Line answer callers on this machine only")]
    private static partial void LocalOnly(ILogger logger);
}

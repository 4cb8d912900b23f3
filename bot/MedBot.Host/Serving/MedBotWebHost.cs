using MedBot.Channels;
using MedBot.Channels.Turns;
using MedBot.Host.Api;
using MedBot.Host.Composition;
using MedBot.Host.Mcp;
using MedBot.Host.Serving.Limits;
using MedBot.Host.Serving.Settings;
using MedBot.Host.Serving.Telemetry;
using MedBot.Storage;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving;

/// <summary>The bot as a web server: the chat page at / and the channels.</summary>
public static class MedBotWebHost
{
    /// <summary>Where it listens when neither --urls nor ASPNETCORE_URLS nor the configuration says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>Serves until it is told to stop. The exit code: 0, or 1 when it could not start, with the reason on standard error.</summary>
    /// <param name="args">Settings such as --urls or --Storage:Path; they win over environment and appsettings.json.</param>
    /// <param name="addDialogs">Adds the dialog engine.</param>
    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection> addDialogs)
    {
        try
        {
            await using var app = Build(args, addDialogs);
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (refusal is SettingsException or OptionsValidationException or StorageException or IOException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>The server, not yet started.</summary>
    /// <exception cref="SettingsException">The configuration holds what cannot be used.</exception>
    /// <exception cref="OptionsValidationException">Settings do not go together.</exception>
    /// <exception cref="StorageException">The connection string cannot be read.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection> addDialogs)
    {
        ArgumentNullException.ThrowIfNull(addDialogs);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (!SaysWhereToListen(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);

        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddReverseProxies().AddRequestLimits().AddRateLimits();
        builder.Services.AddOptions<KnowledgeOptions>().BindConfiguration(KnowledgeLocation.Section);
        builder.Services.AddConversationStorage(InstallationRoot.Folder);
        builder.Services.AddMedBotChannels();
        builder.Services.AddPolicyApi();
        addDialogs(builder.Services);

        SettingsCheck.Require(builder.Configuration, BoundSections.Of(builder.Services));
        var app = builder.Build();
        // Made before the first request, so that broken knowledge stops the start and nobody waits for it to load.
        _ = app.Services.GetRequiredService<IDialog>();
        // The same for a connection string that cannot be read.
        _ = app.Services.GetRequiredService<IConversationStore>();
        app.UseReverseProxies();
        app.UseRequestSpans();
        app.UseChatPage();
        app.MapMedBotChannels();
        app.UseRateLimits();
        app.MapHealth();
        if (app.Services.GetService<LiveFunctions>() is not null)
        {
            app.MapPolicyApi();
            app.MapMcp();
        }
        return app;
    }

    private static bool SaysWhereToListen(ConfigurationManager configuration) =>
        configuration["urls"] is { Length: > 0 }
        || configuration["http_ports"] is { Length: > 0 }
        || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}

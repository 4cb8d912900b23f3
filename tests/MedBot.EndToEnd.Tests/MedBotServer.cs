using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.EndToEnd.Tests;

/// <summary>The web host in this process, on a free port of the loopback and a database of its own that outlives a restart.</summary>
public sealed class MedBotServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-end-to-end-").FullName;
    private WebApplication _app = null!;

    private readonly Action<IServiceCollection> _addDialog;
    private readonly string[] _settings;

    private MedBotServer(Action<IServiceCollection> addDialog, string[] settings) => (_addDialog, _settings) = (addDialog, settings);

    public Uri Address { get; private set; } = null!;

    /// <summary>The server's clock.</summary>
    public AheadClock Clock { get; } = new();

    /// <summary>One that answers by rote.</summary>
    /// <param name="settings">More settings, as on the command line.</param>
    public static async Task<MedBotServer> StartAsync(params string[] settings)
    {
        var server = new MedBotServer(services => services.AddSingleton<IDialog, ScriptedDialog>(), settings);
        await server.StartAsync(port: 0);
        return server;
    }

    /// <summary>One that answers from knowledge, as the program does.</summary>
    /// <param name="dialogs">What answers.</param>
    /// <param name="now">What the server's clock shows at the start.</param>
    public static async Task<MedBotServer> StartAsync(DialogEngine dialogs, DateTimeOffset now)
    {
        var server = new MedBotServer(services => services.AddSingleton(dialogs), []);
        server.Clock.Advance(now - server.Clock.GetUtcNow());
        await server.StartAsync(port: 0);
        return server;
    }

    /// <summary>Stops and starts again on the same port, as after a new release.</summary>
    public async Task RestartAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await StartAsync(Address.Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(int port)
    {
        string[] args = ["--urls", $"http://127.0.0.1:{port}", "--Storage:Path", Path.Combine(_folder, "medbot.db"), "--Logging:LogLevel:Default", "Error", .. _settings];
        _app = MedBotWebHost.Build(args, services =>
        {
            _addDialog(services);
            services.AddSingleton<TimeProvider>(Clock);
        });
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
    }
}

using MedBot.Channels.Turns;
using MedBot.Storage.Conversations;
using MedBot.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Tests.Hosting;

/// <summary>All channels on a server in memory, with a scripted dialog, a set clock and a database of its own.</summary>
internal sealed class ChannelServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly (string Name, string Value)[] _settings;
    private readonly SqliteConversationStore _store;
    private WebApplication _app = null!;

    private ChannelServer(string? sharedFolder, (string Name, string Value)[] settings)
    {
        _ownsFolder = sharedFolder is null;
        _folder = sharedFolder ?? Directory.CreateTempSubdirectory("medbot-channels-").FullName;
        _settings = settings;
        _store = new SqliteConversationStore(Path.Combine(_folder, "medbot.db"), Clock);
    }

    public SetClock Clock { get; } = new(new DateTimeOffset(2025, 11, 1, 4, 0, 0, TimeSpan.Zero));

    public ScriptedDialog Dialog { get; } = new();

    public LogLines Log { get; } = new();

    public IConversationStore Store => _store;

    public TestServer Server => _app.GetTestServer();

    /// <param name="settings">Settings by their full name: DirectLine:Secrets:0.</param>
    public static Task<ChannelServer> StartAsync(params (string Name, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="change">Puts fakes in the place of what lies outside of the program.</param>
    /// <param name="settings">Settings by their full name.</param>
    public static Task<ChannelServer> StartAsync(Action<IServiceCollection> change, params (string Name, string Value)[] settings) =>
        StartAsync(new ChannelServer(null, settings), change);

    /// <summary>Another process, as it were, with the same settings on the same database. Dispose it first.</summary>
    public Task<ChannelServer> StartReplicaAsync() => StartAsync(new ChannelServer(_folder, _settings), _ => { });

    private static async Task<ChannelServer> StartAsync(ChannelServer server, Action<IServiceCollection> change)
    {
        await server._store.PrepareAsync(CancellationToken.None);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(server._settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddRouting();
        builder.Logging.AddProvider(server.Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(server.Clock);
        builder.Services.AddSingleton<IDialog>(server.Dialog);
        builder.Services.AddSingleton<IConversationStore>(server._store);
        change(builder.Services);
        builder.Services.AddMedBotChannels();
        server._app = builder.Build();
        server._app.MapMedBotChannels();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Waits until a conversation has so many activities.</summary>
    public async Task HasActivitiesAsync(string conversationId, long count)
    {
        while ((await Store.FindAsync(conversationId, TestContext.Current.CancellationToken))?.Watermark is not { } watermark || watermark < count)
            await Task.Yield();
    }

    public HttpClient Client() => Server.CreateClient();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MedBot.Channels.Turns;
using MedBot.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.Host.Tests.Serving.Hosting;

/// <summary>The web host on a free port of the loopback, with a database of its own, and a client of its Direct Line.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    public const string Secret = "a secret of at least thirty-two characters";

    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RunningBot(WebApplication app, string folder, bool ownsFolder, LogLines log)
    {
        (_app, _folder, _ownsFolder, Log) = (app, folder, ownsFolder, log);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public LogLines Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Settings by their full name and value, as on the command line without the dashes.</param>
    public static Task<RunningBot> StartAsync(params string[] settings) => StartAsync(services => services.AddSingleton<IDialog, EchoDialog>(), null, settings);

    /// <param name="addDialogs">Adds what answers, and fakes of what lies outside of the program.</param>
    /// <param name="folder">Where an earlier one's database lies; null for one of its own.</param>
    /// <param name="settings">Settings by their full name and value.</param>
    public static async Task<RunningBot> StartAsync(Action<IServiceCollection> addDialogs, string? folder, params string[] settings)
    {
        var log = new LogLines();
        var database = folder ?? Directory.CreateTempSubdirectory("medbot-running-").FullName;
        var app = MedBotWebHost.Build(Arguments(["urls", "http://127.0.0.1:0", "Storage:Path", Path.Combine(database, "medbot.db"), .. settings]), services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            addDialogs(services);
        });
        await app.StartAsync();
        return new RunningBot(app, database, folder is null, log);
    }

    /// <summary>Settings as the command line takes them.</summary>
    public static string[] Arguments(string[] settings) => [.. settings.Select((part, index) => index % 2 == 0 ? $"--{part}" : part)];

    /// <summary>A conversation and the token that opens it.</summary>
    public async Task<(string Conversation, string Token)> OpenAsync(string? from = null)
    {
        var page = await JsonAsync(await SendAsync(HttpMethod.Post, "/webchat/token", null, new JsonObject(), from));
        var token = (string)page["token"]!;
        using var started = await SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, null, from);
        started.EnsureSuccessStatusCode();
        return ((string)page["conversationId"]!, token);
    }

    /// <summary>Says something in a conversation; the answer to the POST.</summary>
    public Task<HttpResponseMessage> SayAsync((string Conversation, string Token) open, string text, string? from = null, string? key = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_resident" } };
        if (key is not null)
            activity["channelData"] = new JsonObject { ["clientActivityID"] = key };
        return SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{open.Conversation}/activities", open.Token, activity, from);
    }

    /// <summary>Everything in the conversation, as the server sends it.</summary>
    public async Task<string> ReadAsync((string Conversation, string Token) open)
    {
        using var read = await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{open.Conversation}/activities", open.Token);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        return (await JsonAsync(read))["activities"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <param name="from">The address that a proxy says the request comes from; null for a request without a proxy.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, JsonNode? body = null, string? from = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (from is not null)
            request.Headers.Add("X-Forwarded-For", from);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}

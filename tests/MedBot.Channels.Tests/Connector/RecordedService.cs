using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;
using MedBot.Channels.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Tests.Connector;

/// <summary>
/// A channel's service, and the network that leads there: names resolve as the test says, every address that the program
/// connects to is written down, and each connection ends at this service on the loopback, whatever address was asked for.
/// </summary>
internal sealed class RecordedService : IServiceNetwork, IAsyncDisposable
{
    private readonly Channel<PostedReply> _posted = Channel.CreateUnbounded<PostedReply>();
    private readonly ConcurrentQueue<(int Status, string? Location)> _answers = new();
    private readonly ConcurrentQueue<IPAddress> _connected = new();
    private readonly WebApplication _app;

    private RecordedService(WebApplication app) => _app = app;

    /// <summary>The addresses that were connected to.</summary>
    public IReadOnlyCollection<IPAddress> Connected => _connected;

    /// <summary>Names and what they stand for.</summary>
    public Dictionary<string, IPAddress[]> Names { get; } = new(StringComparer.OrdinalIgnoreCase) { ["localhost"] = [IPAddress.IPv6Loopback, IPAddress.Loopback] };

    public static async Task<RecordedService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new RecordedService(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public void Register(IServiceCollection services) => services.AddSingleton<IServiceNetwork>(this);

    /// <summary>The next request is answered so; without it, 200 with an id.</summary>
    public void AnswerNext(int status, string? location = null) => _answers.Enqueue((status, location));

    public async Task<PostedReply> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return await _posted.Reader.ReadAsync(patience.Token);
    }

    public bool HasMore => _posted.Reader.TryPeek(out _);

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) => Names.TryGetValue(host, out var addresses)
        ? Task.FromResult(addresses)
        : throw new SocketException((int)SocketError.HostNotFound);

    public async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        _connected.Enqueue(address);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(_app.Urls.Single()).Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var (status, location) = _answers.TryDequeue(out var set) ? set : (200, null);
        await _posted.Writer.WriteAsync(new PostedReply(
            context.Request.Method,
            context.Request.Host.Value!,
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization.ToString(),
            body.RootElement.Clone()));
        context.Response.StatusCode = status;
        if (location is not null)
            context.Response.Headers.Location = location;
        await context.Response.WriteAsync("{\"id\":\"1\"}");
    }
}

/// <summary>A request that the service got.</summary>
internal sealed record PostedReply(string Method, string Host, string Path, string Authorization, JsonElement Activity)
{
    public string? Text => Activity.TryGetProperty("text", out var text) ? text.GetString() : null;

    public string? Member(string name) => Activity.TryGetProperty(name, out var member) ? member.GetString() : null;

    public string? Id(string account) => Activity.GetProperty(account).GetProperty("id").GetString();
}

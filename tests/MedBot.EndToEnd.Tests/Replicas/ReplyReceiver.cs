using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>The other end of a Connector channel: takes replies and writes down to which message each belongs.</summary>
internal sealed class ReplyReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ImmutableList<string>> _replies = new(StringComparer.Ordinal);

    private ReplyReceiver(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public static async Task<ReplyReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new ReplyReceiver(builder.Build());
        receiver._app.MapPost("/v3/conversations/{conversation}/activities/{message}", (string conversation, string message) =>
        {
            receiver._replies.AddOrUpdate(conversation, _ => [message], (_, others) => others.Add(message));
            return Results.Json(new { id = message });
        });
        await receiver._app.StartAsync();
        receiver.Address = receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return receiver;
    }

    /// <summary>The messages that were replied to, as the replies came; one that came again stands twice.</summary>
    public ImmutableList<string> Replied(string conversation) => _replies.GetValueOrDefault(conversation, []);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

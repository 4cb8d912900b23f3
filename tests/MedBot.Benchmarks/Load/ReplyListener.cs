using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedBot.Benchmarks.Load;

/// <summary>The address that bots post their replies to, as a channel's connector has one; on the loopback.</summary>
internal sealed class ReplyListener : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _expected = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private ReplyListener()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/v3/conversations/{conversation}/activities/{replyTo?}", TakeAsync);
    }

    /// <summary>The service URL of the activities that are sent.</summary>
    public string Address => _app.Urls.First();

    public static async Task<ReplyListener> StartAsync()
    {
        var listener = new ReplyListener();
        await listener._app.StartAsync();
        return listener;
    }

    /// <summary>Ends when the first reply to the activity has come.</summary>
    public Task Expect(string activityId)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _expected[activityId] = source;
        return source.Task;
    }

    private async Task<IResult> TakeAsync(string conversation, string? replyTo, HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        if (replyTo is not null && _expected.TryRemove(replyTo, out var source))
            source.SetResult();
        return Results.Json(new { id = "reply" });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

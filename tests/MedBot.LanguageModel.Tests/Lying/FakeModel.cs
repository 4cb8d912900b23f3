using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.LanguageModel.Tests.Lying;

/// <summary>An OpenAI-compatible service on the loopback whose answers a script writes. It speaks server-sent events as the real ones do.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Heard, Script> _script;

    private FakeModel(WebApplication app, Func<Heard, Script> script) => (_app, _script) = (app, script);

    public Uri Address { get; private set; } = null!;

    /// <summary>Every sentence that a script wrote, by the resident's message.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Written>> Sentences { get; } = new(StringComparer.Ordinal);

    public ConcurrentBag<string> Bodies { get; } = [];

    public bool KeepsBodies { get; init; }

    public static async Task<FakeModel> StartAsync(Func<Heard, Script> script, bool keepsBodies = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var model = new FakeModel(app, script) { KeepsBodies = keepsBodies };
        app.MapPost("/v1/chat/completions", (RequestDelegate)model.CompleteAsync);
        await app.StartAsync();
        model.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CompleteAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        if (KeepsBodies)
            Bodies.Add(body.RootElement.GetRawText());
        var heard = Heard.From(body.RootElement);
        var script = _script(heard);
        var kept = Sentences.GetOrAdd(heard.Message, _ => new ConcurrentQueue<Written>());
        foreach (var sentence in script.Sentences)
            kept.Enqueue(sentence);
        if (script.Status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = script.Status;
            return;
        }
        context.Response.ContentType = "text/event-stream";
        try
        {
            if (script.Hangs)
                await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
            if (script.Raw is { } raw)
                await context.Response.WriteAsync(raw, context.RequestAborted);
            foreach (var call in script.Calls)
                await SendAsync(context, CallOf(call), null);
            foreach (var piece in script.Pieces())
            {
                await SendAsync(context, new JsonObject { ["content"] = piece }, null);
                if (script.AfterPiece is { } wait)
                    await wait(piece).WaitAsync(context.RequestAborted);
            }
            if (script.Cuts)
            {
                context.Abort();
                return;
            }
            await SendAsync(context, [], script.Calls.Length > 0 ? "tool_calls" : script.Finish);
            await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The bot hung up, as it may.
        }
    }

    private static JsonObject CallOf((string Name, string Arguments) call) => new()
    {
        ["tool_calls"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["id"] = "call_1",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
        }),
    };

    private static Task SendAsync(HttpContext context, JsonObject delta, string? finish) => context.Response.WriteAsync(
        $"data: {new JsonObject
        {
            ["id"] = "c",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = "fake",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
        }.ToJsonString()}\n\n",
        context.RequestAborted);
}

/// <summary>A sentence that a script wrote.</summary>
/// <param name="IsTrue">False when it claims what its writer made up.</param>
internal sealed record Written(string Text, bool IsTrue);

/// <summary>What the service answers to one request.</summary>
internal sealed record Script
{
    public IReadOnlyList<Written> Sentences { get; init; } = [];

    public (string Name, string Arguments)[] Calls { get; init; } = [];

    public int Status { get; init; } = 200;

    public bool Hangs { get; init; }

    public bool Cuts { get; init; }

    public string Finish { get; init; } = "stop";

    /// <summary>Bytes that are no event at all.</summary>
    public string? Raw { get; init; }

    /// <summary>Waited for after each piece, which is a sentence then.</summary>
    public Func<string, Task>? AfterPiece { get; init; }

    /// <summary>The text in pieces that keep to no boundary, unless each is waited for.</summary>
    public IEnumerable<string> Pieces()
    {
        if (AfterPiece is not null)
        {
            foreach (var sentence in Sentences)
                yield return sentence.Text;
            yield break;
        }
        var text = string.Concat(Sentences.Select(sentence => sentence.Text));
        for (var i = 0; i < text.Length; i += 7)
            yield return text.Substring(i, Math.Min(7, text.Length - i));
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using MedBot.Channels.WeChat.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>api.weixin.qq.com, without a network: gives out tokens token-1, token-2, …, and notes what else is called.</summary>
internal sealed class RecordedPlatform : HttpMessageHandler
{
    private readonly Channel<PlatformCall> _calls = Channel.CreateUnbounded<PlatformCall>();
    private readonly ConcurrentQueue<string> _answers = new();
    private int _tokens;

    /// <summary>How many tokens it gave out.</summary>
    public int Tokens => _tokens;

    /// <summary>What tokens were asked for with.</summary>
    public ConcurrentQueue<string> TokenRequests { get; } = new();

    /// <summary>The next call is answered so; without it, by errcode 0.</summary>
    public void AnswerNext(string json) => _answers.Enqueue(json);

    public async Task<PlatformCall> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return await _calls.Reader.ReadAsync(patience.Token);
    }

    public void Register(IServiceCollection services) => services.AddHttpClient(WeChatPlatform.Client).ConfigurePrimaryHttpMessageHandler(() => this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Assert.Equal(("POST", "https", "api.weixin.qq.com"), (request.Method.Method, request.RequestUri!.Scheme, request.RequestUri.Authority));
        if (request.RequestUri.AbsolutePath == "/cgi-bin/stable_token")
        {
            TokenRequests.Enqueue(body);
            return Json($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":7200}""");
        }

        await _calls.Writer.WriteAsync(new PlatformCall(request.RequestUri.PathAndQuery, JsonDocument.Parse(body).RootElement), cancellationToken);
        return Json(_answers.TryDequeue(out var answer) ? answer : """{"errcode":0,"errmsg":"ok"}""");
    }

    private static HttpResponseMessage Json(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}

/// <summary>A call that the platform got.</summary>
internal sealed record PlatformCall(string Address, JsonElement Body);

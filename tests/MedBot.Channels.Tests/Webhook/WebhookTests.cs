using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MedBot.Channels.Tests.Hosting;
using MedBot.Policy.Answers;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Tests.Webhook;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string NextSecret = "another-secret-of-32-characters-or-more";

    private static readonly byte[] Question = Encoding.UTF8.GetBytes("""{"conversation":"12345-0001","message":"m1","text":"新生儿怎么参保"}""");

    private ChannelServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await ChannelServer.StartAsync(("Webhook:Secrets:0", WebhookCaller.Secret), ("Webhook:Secrets:1", NextSecret));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task TheAnswerHoldsRepliesAndChoicesByteForByte()
    {
        _server.Dialog.Script["新生儿怎么参保"] = [new Answer(AnswerKind.Answer, "第一。") { FollowUps = [new FollowUp("A", "B")] }, new Answer(AnswerKind.Answer, "第二。")];

        var (status, body) = await PostAsync(Question, request => Sign(request, Question));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"replies":["第一。","第二。"],"choices":[{"title":"A","text":"B"}]}""", body);
    }

    [Fact]
    public async Task WhatStandsBehindAReplyIsInTheDetails()
    {
        _server.Dialog.Script["新生儿怎么参保"] = [new Answer(AnswerKind.Answer, "九十天内。") { Details = [new string('说', 300)] }, new Answer(AnswerKind.Answer, "第二。")];

        var (_, body) = await PostAsync(Question, request => Sign(request, Question));

        Assert.Equal($$"""{"replies":["九十天内。","第二。"],"details":["· {{new string('说', 300)}}",""],"choices":[]}""", body);
    }

    [Fact]
    public async Task EitherSecretSigns()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Question, request => WebhookCaller.Sign(request, Question, _server.Clock.GetUtcNow(), NextSecret))).Status);
    }

    [Fact]
    public async Task AStrangerIsRefused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(Question, _ => { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(Question, request => WebhookCaller.Sign(request, Question, _server.Clock.GetUtcNow(), "guessed"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(Question, request => Sign(request, "{}"u8.ToArray()))).Status);
        Assert.Empty(_server.Dialog.Asked);
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Forbidden)]
    [InlineData(-301, HttpStatusCode.Forbidden)]
    public async Task ASignatureIsGoodForFiveMinutes(int secondsLater, HttpStatusCode expected)
    {
        var signedAt = _server.Clock.GetUtcNow();
        _server.Clock.Advance(TimeSpan.FromSeconds(secondsLater));

        Assert.Equal(expected, (await PostAsync(Question, request => WebhookCaller.Sign(request, Question, signedAt))).Status);
    }

    [Fact]
    public async Task WithoutASecretTheChannelIsOff()
    {
        await using var server = await ChannelServer.StartAsync();
        using var client = server.Client();
        using var content = new ByteArrayContent(Question);

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(new Uri("/webhook", UriKind.Relative), content)).StatusCode);
    }

    [Fact]
    public async Task AShortSecretStopsTheStart()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => ChannelServer.StartAsync(("Webhook:Secrets:0", "short")));

        Assert.Contains("Webhook:Secrets", refusal.Message, StringComparison.Ordinal);
    }

    private void Sign(HttpRequestMessage request, byte[] body) => WebhookCaller.Sign(request, body, _server.Clock.GetUtcNow());

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[] body, Action<HttpRequestMessage> sign)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhook", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        sign(request);
        using var client = _server.Client();
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

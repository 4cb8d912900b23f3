using System.Net;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>Who may do what: secrets, tokens, origins.</summary>
public sealed class DirectLineAccessTests : IAsyncLifetime
{
    private const string Secret = "a secret of at least 32 characters";
    private const string FormerSecret = "another secret of at least 32 characters";

    private ChannelServer _server = null!;
    private DirectLineClient _operator = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ChannelServer.StartAsync(("DirectLine:Secrets:0", Secret), ("DirectLine:Secrets:1", FormerSecret));
        _operator = new DirectLineClient(_server, Secret);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task GeneratingATokenStartsNothing()
    {
        var granted = await _operator.GenerateAsync();

        Assert.Equal(HttpStatusCode.OK, granted.Status);
        Assert.False(granted.Json.TryGetProperty("streamUrl", out _));
        Assert.Null(await _server.Store.FindAsync(granted.Text("conversationId"), CancellationToken.None));
    }

    [Fact]
    public async Task TheUserOfATokenCannotBeImpersonated()
    {
        var granted = await _operator.GenerateAsync("""{"user":{"id":"dl_li","name":"李"}}""");
        var client = new DirectLineClient(_server, granted.Text("token"));
        await client.StartAsync("""{"user":{"id":"dl_wang"}}""");

        await client.PostAsync(granted.Text("conversationId"), """{"type":"message","text":"问","from":{"id":"dl_wang"}}""");

        var echo = (await client.ReadAsync(granted.Text("conversationId"), "?watermark=1")).Activities[0];
        Assert.Equal("dl_li", echo.GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    public async Task AUserIdInATokenBeginsWithDl() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _operator.GenerateAsync("""{"user":{"id":"li"}}""")).Status);

    [Fact]
    public async Task NobodyCanSpeakAsTheBot()
    {
        var started = await _operator.StartAsync();

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _operator.PostAsync(started.Text("conversationId"), """{"type":"message","text":"问","from":{"id":"medbot","role":"bot"}}""")).Status);
    }

    [Fact]
    public async Task ATokenOpensOneConversationOnly()
    {
        var other = await _operator.StartAsync();
        var client = new DirectLineClient(_server, (await _operator.GenerateAsync()).Text("token"));
        await client.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await client.ReadAsync(other.Text("conversationId"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.ReconnectAsync(other.Text("conversationId"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SayAsync(other.Text("conversationId"), "问", "c1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GenerateAsync()).Status);
    }

    [Fact]
    public async Task TheSecretOpensEveryConversation()
    {
        var granted = await _operator.GenerateAsync();
        await new DirectLineClient(_server, granted.Text("token")).StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await _operator.ReadAsync(granted.Text("conversationId"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await new DirectLineClient(_server, FormerSecret).ReadAsync(granted.Text("conversationId"))).Status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "MissingAuthorization")]
    [InlineData("nonsense", HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.", HttpStatusCode.Forbidden, "BadToken")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2UiOiJDb252ZXJzYXRpb24ifQ.", HttpStatusCode.Forbidden, "BadToken")]
    public async Task WithoutAValidTokenNothingIsOpen(string? credential, HttpStatusCode status, string code)
    {
        var stranger = new DirectLineClient(_server, credential);

        foreach (var answer in new[] { await stranger.GenerateAsync(), await stranger.StartAsync(), await stranger.RefreshAsync(), await stranger.ReadAsync("x"), await stranger.SayAsync("x", "问", "c") })
        {
            Assert.Equal(status, answer.Status);
            Assert.Equal(code, answer.ErrorCode);
        }
    }

    [Fact]
    public async Task EveryCharacterOfATokenIsSigned()
    {
        var granted = await _operator.GenerateAsync();
        var token = granted.Text("token");

        foreach (var position in new[] { 0, token.IndexOf('.', StringComparison.Ordinal) + 3, token.Length / 2, token.LastIndexOf('.') + 2 })
        {
            var forged = token[..position] + (token[position] == 'A' ? 'B' : 'A') + token[(position + 1)..];
            Assert.Equal(HttpStatusCode.Forbidden, (await new DirectLineClient(_server, forged).StartAsync()).Status);
        }
    }

    [Fact]
    public async Task AnExpiredTokenIsRefusedWith403ThatABrowserCanRead()
    {
        var granted = await _operator.GenerateAsync();
        var client = new DirectLineClient(_server, granted.Text("token"));
        await client.StartAsync();
        _server.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.ReadAsync(granted.Text("conversationId"))).Status);

        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        var refused = await client.CallAsync(
            HttpMethod.Get,
            $"/v3/directline/conversations/{granted.Text("conversationId")}/activities",
            change: request => request.Headers.Add("Origin", "https://page.example"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("TokenExpired", refused.ErrorCode);
        Assert.Equal("*", refused.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("TokenExpired", (await client.RefreshAsync()).ErrorCode);
    }

    [Fact]
    public async Task ARefreshedTokenLivesOnAndTheOldOneRunsOut()
    {
        var granted = await _operator.GenerateAsync("""{"user":{"id":"dl_li"}}""");
        var old = new DirectLineClient(_server, granted.Text("token"));
        await old.StartAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(45));

        var refreshed = await old.RefreshAsync();
        Assert.Equal(granted.Text("conversationId"), refreshed.Text("conversationId"));
        Assert.Equal(HttpStatusCode.OK, (await old.ReadAsync(granted.Text("conversationId"))).Status);

        _server.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal(HttpStatusCode.Forbidden, (await old.ReadAsync(granted.Text("conversationId"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await new DirectLineClient(_server, refreshed.Text("token")).ReadAsync(granted.Text("conversationId"))).Status);
    }

    [Fact]
    public async Task ATokenForOneOriginServesNoOther()
    {
        var granted = await _operator.GenerateAsync("""{"trustedOrigins":["https://a.example"]}""");
        var client = new DirectLineClient(_server, granted.Text("token"));

        Assert.Equal(HttpStatusCode.Forbidden, (await From("https://b.example")).Status);
        Assert.Equal(HttpStatusCode.Created, (await From("https://a.example")).Status);

        Task<DirectLineAnswer> From(string origin) =>
            client.CallAsync(HttpMethod.Post, "/v3/directline/conversations", change: request => request.Headers.Add("Origin", origin));
    }

    [Fact]
    public async Task PreflightsAreAnsweredForEveryHeaderThatClientsSend()
    {
        var preflight = await new DirectLineClient(_server, null).CallAsync(HttpMethod.Options, "/v3/directline/conversations/x/activities", change: request =>
        {
            request.Headers.Add("Origin", "https://page.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        });

        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Equal("*", preflight.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("authorization,content-type,x-ms-bot-agent,x-requested-with", preflight.Headers["Access-Control-Allow-Headers"]);
    }

    [Fact]
    public async Task ABrowserComesBackToItsConversation()
    {
        var page = new DirectLineClient(_server, null);
        var first = await page.CallAsync(HttpMethod.Post, "/webchat/token", "{}");
        await new DirectLineClient(_server, first.Text("token")).StartAsync();
        _server.Clock.Advance(TimeSpan.FromDays(29));

        var again = await page.CallAsync(HttpMethod.Post, "/webchat/token", $$"""{"resume":"{{first.Text("resume")}}"}""");

        Assert.True(again.Json.GetProperty("resumed").GetBoolean());
        Assert.Equal(first.Text("conversationId"), again.Text("conversationId"));
        Assert.Equal(first.Text("userId"), again.Text("userId"));
        Assert.Equal(HttpStatusCode.OK, (await new DirectLineClient(_server, again.Text("token")).ReadAsync(first.Text("conversationId"))).Status);
    }

    [Theory]
    [InlineData("\"resume\":null")]
    [InlineData("\"resume\":\"\"")]
    [InlineData("\"resume\":\"made.up.token\"")]
    public async Task WithoutAResumeTokenThatHoldsThePageBeginsAnew(string resume)
    {
        var granted = await new DirectLineClient(_server, null).CallAsync(HttpMethod.Post, "/webchat/token", $"{{{resume}}}");

        Assert.Equal(HttpStatusCode.OK, granted.Status);
        Assert.False(granted.Json.GetProperty("resumed").GetBoolean());
    }

    [Fact]
    public async Task AConversationTokenIsNoResumeToken()
    {
        var page = new DirectLineClient(_server, null);
        var first = await page.CallAsync(HttpMethod.Post, "/webchat/token", "{}");
        await new DirectLineClient(_server, first.Text("token")).StartAsync();

        var again = await page.CallAsync(HttpMethod.Post, "/webchat/token", $$"""{"resume":"{{first.Text("token")}}"}""");

        Assert.False(again.Json.GetProperty("resumed").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await new DirectLineClient(_server, first.Text("resume")).StartAsync()).Status);
    }

    [Fact]
    public async Task PagesOfOtherSitesGetNoToken()
    {
        var refused = await new DirectLineClient(_server, null).CallAsync(
            HttpMethod.Post, "/webchat/token", "{}", request => request.Headers.Add("Origin", "https://elsewhere.example"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task WithoutASecretOnlyThisMachineIsServed()
    {
        await using var open = await ChannelServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusFrom(IPAddress.Loopback));
        Assert.Equal(HttpStatusCode.OK, await StatusFrom(IPAddress.IPv6Loopback));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusFrom(IPAddress.Parse("192.0.2.7")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusFrom(IPAddress.Loopback, "192.0.2.7"));

        async Task<HttpStatusCode> StatusFrom(IPAddress address, string? forwardedFor = null)
        {
            var context = await open.Server.SendAsync(http =>
            {
                http.Connection.RemoteIpAddress = address;
                http.Request.Method = "POST";
                http.Request.Path = "/webchat/token";
                http.Request.ContentType = "application/json";
                http.Request.Body = new MemoryStream("{}"u8.ToArray());
                if (forwardedFor is not null)
                    http.Request.Headers["X-Forwarded-For"] = forwardedFor;
            });
            return (HttpStatusCode)context.Response.StatusCode;
        }
    }

    [Fact]
    public async Task AShortSecretStopsTheStart()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => ChannelServer.StartAsync(("DirectLine:Secrets:0", "short")));

        Assert.Contains("DirectLine:Secrets: each needs at least 32 characters.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DirectLine:TokenLifetime", "00:05:00")]
    [InlineData("DirectLine:TrustedOrigins:0", "https://a.example/")]
    [InlineData("DirectLine:TrustedOrigins:0", "a.example")]
    [InlineData("DirectLine:LongestText", "5")]
    public async Task WrongSettingsStopTheStart(string name, string value) =>
        await Assert.ThrowsAnyAsync<Exception>(() => ChannelServer.StartAsync((name, value)));
}

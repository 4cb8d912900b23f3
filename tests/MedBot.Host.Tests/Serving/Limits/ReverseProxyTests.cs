using System.Net;
using System.Text.Json.Nodes;
using MedBot.Host.Tests.Serving.Hosting;

namespace MedBot.Host.Tests.Serving.Limits;

/// <summary>Without a secret the server answers callers on its own machine only, which shows whom it takes a caller for.</summary>
public sealed class ReverseProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7")]
    [InlineData("127.0.0.0/8", "203.0.113.7")]
    [InlineData("10.9.9.9", "203.0.113.7")]
    // The loopback of another machine, or a caller's own invention.
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("10.9.9.9", "127.0.0.1")]
    [InlineData("127.0.0.1", "127.0.0.1, 203.0.113.7")]
    public async Task WhoComesThroughAProxyIsNotOnThisMachine(string known, string forwarded)
    {
        await using var bot = await RunningBot.StartAsync("ForwardedHeaders:KnownProxies:0", known);

        using var refused = await bot.SendAsync(HttpMethod.Post, "/webchat/token", null, new JsonObject(), forwarded);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task AProxyThatNobodyNamedIsToldOfOnce()
    {
        await using var bot = await RunningBot.StartAsync();

        for (var request = 0; request < 3; request++)
            (await bot.SendAsync(HttpMethod.Get, "/health/live", from: "203.0.113.7")).Dispose();

        Assert.Single(bot.Log.All, line => line.Contains("ForwardedHeaders:KnownProxies does not name it", StringComparison.Ordinal));
    }
}

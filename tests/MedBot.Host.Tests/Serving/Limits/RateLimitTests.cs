using System.Net;
using System.Text.Json.Nodes;
using MedBot.Host.Tests.Serving.Hosting;

namespace MedBot.Host.Tests.Serving.Limits;

/// <summary>Requests come through a proxy that tells whose they are. Limits refill once a minute, so that none does during a test.</summary>
public sealed class RateLimitTests
{
    private const string Resident = "203.0.113.7", Neighbour = "203.0.113.8";

    [Fact]
    public async Task OneAddressHasItsLimitAndOthersHaveTheirs()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressPerMinute", "1", "RateLimits:AddressBurst", "2");

        Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, Resident));
        Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, Resident));
        using var refused = await bot.SendAsync(HttpMethod.Post, "/webchat/token", null, new JsonObject(), Resident);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("TooManyRequests", (string)(await RunningBot.JsonAsync(refused))["error"]!["code"]!);
        Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, Neighbour));
    }

    [Fact]
    public async Task AHomesNetworkCountsAsOneAddress()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressPerMinute", "1", "RateLimits:AddressBurst", "1");

        Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, "2001:db8:1:2::10"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TokenAsync(bot, "2001:db8:1:2:ffff::11"));
        Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, "2001:db8:1:3::10"));
    }

    [Fact]
    public async Task WhatAChatPageReadsIsNeverRefused()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressPerMinute", "1", "RateLimits:AddressBurst", "2");
        var open = await bot.OpenAsync(Resident);

        for (var poll = 0; poll < 5; poll++)
        {
            foreach (var path in new[] { $"/v3/directline/conversations/{open.Conversation}/activities", $"/v3/directline/conversations/{open.Conversation}", "/" })
            {
                using var read = await bot.SendAsync(HttpMethod.Get, path, open.Token, null, Resident);
                Assert.Equal(HttpStatusCode.OK, read.StatusCode);
            }
        }
    }

    [Fact]
    public async Task OneConversationHasItsLimitWhateverAddressesAndTokensItIsUsedWith()
    {
        await using var bot = await BehindProxyAsync("RateLimits:ConversationPerMinute", "1", "RateLimits:ConversationBurst", "2");
        var open = await bot.OpenAsync(Resident);
        using var renewed = await bot.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", open.Token, null, Resident);
        var later = open with { Token = (string)(await RunningBot.JsonAsync(renewed))["token"]! };

        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, open, Resident));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, later, Resident));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SayAsync(bot, open, Neighbour));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SayAsync(bot, later, Resident));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, await bot.OpenAsync(Resident), Resident));
    }

    [Fact]
    public async Task APageOfAnotherSiteCanReadTheRefusal()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressPerMinute", "1", "RateLimits:AddressBurst", "1");
        Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, Resident));

        using var refused = await bot.SendAsync(HttpMethod.Post, "/v3/directline/conversations", "token", null, Resident, "https://www.example.gov.cn");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("*", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task ATrustedServerSpeaksForAllOfItsResidents()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressPerMinute", "1", "RateLimits:AddressBurst", "1");

        for (var resident = 0; resident < 4; resident++)
        {
            using var generated = await bot.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", RunningBot.Secret, null, Resident);
            Assert.Equal(HttpStatusCode.OK, generated.StatusCode);
        }
    }

    [Fact]
    public async Task AProgramIsRefusedWithProblemDetails()
    {
        await using var bot = await BehindProxyAsync("RateLimits:ApiPerMinute", "1", "RateLimits:ApiBurst", "1");
        using var first = await bot.SendAsync(HttpMethod.Get, "/api/v1/unknown", from: Resident);

        using var refused = await bot.SendAsync(HttpMethod.Get, "/api/v1/unknown", from: Resident);

        Assert.NotEqual(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(429, (int)(await RunningBot.JsonAsync(refused))["status"]!);
    }

    [Fact]
    public async Task APlatformHasALimitOfItsOwn()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressBurst", "1", "RateLimits:PlatformPerMinute", "1", "RateLimits:PlatformBurst", "3");

        foreach (var path in new[] { "/webhook", "/wechat", "/api/messages" })
        {
            using var delivered = await bot.SendAsync(HttpMethod.Post, path, null, new JsonObject(), Resident);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, delivered.StatusCode);
        }

        using var refused = await bot.SendAsync(HttpMethod.Post, "/wecom", null, new JsonObject(), Resident);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task CallersOnThisMachineHaveNoLimit()
    {
        await using var bot = await RunningBot.StartAsync("RateLimits:AddressBurst", "1", "RateLimits:ConversationBurst", "1");
        var open = await bot.OpenAsync();

        for (var message = 0; message < 4; message++)
            Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, open, null));
    }

    [Fact]
    public async Task LimitsCanBeSwitchedOff()
    {
        await using var bot = await BehindProxyAsync("RateLimits:Enabled", "false", "RateLimits:AddressBurst", "1");

        for (var request = 0; request < 4; request++)
            Assert.Equal(HttpStatusCode.OK, await TokenAsync(bot, Resident));
    }

    [Fact]
    public async Task TheLogSaysThatALimitStrikesAndNotWhom()
    {
        await using var bot = await BehindProxyAsync("RateLimits:AddressPerMinute", "1", "RateLimits:AddressBurst", "1");

        for (var request = 0; request < 4; request++)
            await TokenAsync(bot, Resident);

        Assert.Single(bot.Log.All, line => line.Contains("1 requests were refused by RateLimits, the last by the limit of Page requests", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.All, line => line.Contains(Resident, StringComparison.Ordinal));
    }

    private static Task<RunningBot> BehindProxyAsync(params string[] settings) =>
        RunningBot.StartAsync(["ForwardedHeaders:KnownProxies:0", "127.0.0.1", "DirectLine:Secrets:0", RunningBot.Secret, .. settings]);

    private static async Task<HttpStatusCode> TokenAsync(RunningBot bot, string from)
    {
        using var answer = await bot.SendAsync(HttpMethod.Post, "/webchat/token", null, new JsonObject(), from);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SayAsync(RunningBot bot, (string Conversation, string Token) open, string? from)
    {
        using var answer = await bot.SayAsync(open, "问", from);
        return answer.StatusCode;
    }
}

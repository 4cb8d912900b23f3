using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.EndToEnd.Tests.Browser;
using MedBot.EndToEnd.Tests.Page;

namespace MedBot.EndToEnd.Tests.Clients;

/// <summary>botframework-directlinejs 0.15.8 in Chromium, on a page of another origin.</summary>
public sealed class DirectLineJsTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const int Online = 2, ExpiredToken = 3;

    private const string Secret = "a-secret-of-at-least-32-characters";

    private const string Greeting = "bot " + ScriptedDialog.Hello;

    private MedBotServer _server = null!;
    private CityServer _site = null!;

    public async ValueTask InitializeAsync() => (_server, _site) = (await MedBotServer.StartAsync("--DirectLine:Secrets:0", Secret), await CityServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AMessageComesBackUnderItsIdAndThenItsAnswer(bool webSocket)
    {
        await using var browser = await chromium.OpenPhoneAsync();
        var client = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        await client.ConnectAsync(new JsonObject { ["token"] = await DirectLineJs.TokenAsync(_server.Address), ["webSocket"] = webSocket, ["pollingInterval"] = 200 });
        await client.StatusAsync(Online);

        var id = await client.SayAsync("问");

        Assert.Equal([Greeting, "user 问", "bot 回答：问"], await client.SeenAsync(3));
        Assert.Equal(id, (await client.IdsAsync())[1]);
    }

    [Fact]
    public async Task AClientThatComesBackGetsWhatItMissedOnce()
    {
        await using var browser = await chromium.OpenPhoneAsync();
        var token = await DirectLineJs.TokenAsync(_server.Address);
        var former = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        await former.ConnectAsync(new JsonObject { ["token"] = token });
        await former.SayAsync("一");
        await former.SeenAsync(3);
        var (conversation, watermark) = (await former.ConversationAsync(), await former.WatermarkAsync());
        await former.EndAsync();
        await PostAsync(conversation, token, "二");

        var client = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        await client.ConnectAsync(new JsonObject { ["token"] = token, ["conversationId"] = conversation, ["watermark"] = watermark });
        Assert.Equal(["user 二", "bot 回答：二"], await client.SeenAsync(2));
        await client.SayAsync("三");

        Assert.Equal(["user 二", "bot 回答：二", "user 三", "bot 回答：三"], await client.SeenAsync(4));
    }

    [Fact]
    public async Task WhoeverPostsWithAnExpiredTokenIsTold()
    {
        await using var browser = await chromium.OpenPhoneAsync();
        var client = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        await client.ConnectAsync(new JsonObject { ["token"] = await DirectLineJs.TokenAsync(_server.Address) });
        await client.SeenAsync(1);

        _server.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("retry", await client.SayAsync("太晚了"));
        await client.StatusAsync(ExpiredToken);
    }

    [Fact]
    public async Task AClientThatSleptTillItsTokenExpiredGoesOnWithANewOne()
    {
        await using var browser = await chromium.OpenPhoneAsync();
        var client = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        await client.ConnectAsync(new JsonObject { ["token"] = await DirectLineJs.TokenAsync(_server.Address) });
        await client.SeenAsync(1);
        var conversation = await client.ConversationAsync();

        _server.Clock.Advance(TimeSpan.FromMinutes(61));
        await _server.RestartAsync();
        await client.StatusAsync(ExpiredToken);
        var (token, stream) = await RenewedAsync(conversation, await client.WatermarkAsync());
        await client.ReconnectAsync(token, stream);
        await client.StatusAsync(Online);
        await client.SayAsync("问");

        Assert.Equal([Greeting, "user 问", "bot 回答：问"], await client.SeenAsync(3));
    }

    [Fact]
    public async Task TwoTabsOfOneConversationBothHearEverythingOnce()
    {
        await using var browser = await chromium.OpenPhoneAsync();
        var token = await DirectLineJs.TokenAsync(_server.Address);
        var one = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        var two = await DirectLineJs.OpenAsync(browser, _site, _server.Address);
        await one.ConnectAsync(new JsonObject { ["token"] = token });
        await one.SeenAsync(1);
        await two.ConnectAsync(new JsonObject { ["token"] = token });
        await two.SeenAsync(1);

        await one.SayAsync("甲");
        await two.SeenAsync(3);
        await two.SayAsync("乙");

        string[] all = [Greeting, "user 甲", "bot 回答：甲", "user 乙", "bot 回答：乙"];
        Assert.Equal(all, await one.SeenAsync(5));
        Assert.Equal(all, await two.SeenAsync(5));
    }

    // What a site's server, which knows the secret, gets for its page when the page's own token has run out.
    private async Task<(string Token, string Stream)> RenewedAsync(string conversation, string watermark)
    {
        using var http = new HttpClient { BaseAddress = _server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        var granted = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}?watermark={watermark}");
        return (granted.GetProperty("token").GetString()!, granted.GetProperty("streamUrl").GetString()!);
    }

    private async Task PostAsync(string conversation, string token, string text)
    {
        using var http = new HttpClient { BaseAddress = _server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", new { type = "message", text, from = new { id = "u" } });
        answer.EnsureSuccessStatusCode();
    }
}

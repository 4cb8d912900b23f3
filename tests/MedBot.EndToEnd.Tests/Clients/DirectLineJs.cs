using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.EndToEnd.Tests.Page;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Clients;

/// <summary>A page of another site that holds a conversation by botframework-directlinejs, and writes down what it gets.</summary>
internal sealed class DirectLineJs
{
    // status: all numbers of connectionStatus$; seen: what activity$ brings, as sender and first line.
    private const string Connect =
        """
        (json) => {
          const options = JSON.parse(json);
          window.status = '';
          window.seen = [];
          window.ids = [];
          window.line = new DirectLine.DirectLine(options);
          line.connectionStatus$.subscribe((number) => { status += number; });
          line.activity$.subscribe((activity) => { seen.push(`${activity.from.role} ${(activity.text ?? activity.type).split("\n")[0]}`); ids.push(activity.id); });
        }
        """;

    private readonly IPage _page;
    private readonly Uri _server;

    private DirectLineJs(IPage page, Uri server) => (_page, _server) = (page, server);

    /// <summary>Opens the page, on a site that is not the server's.</summary>
    public static async Task<DirectLineJs> OpenAsync(IBrowserContext browser, CityServer site, Uri server)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(site.Origin);
        await page.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "directlinejs", "directline.js") });
        return new DirectLineJs(page, server);
    }

    /// <summary>A token for a new conversation, as a site's own server gets it for its page.</summary>
    public static async Task<string> TokenAsync(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var answer = await http.PostAsJsonAsync("/webchat/token", new { });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>Connects as the client's own options say.</summary>
    public async Task ConnectAsync(JsonObject options)
    {
        options["domain"] = new Uri(_server, "v3/directline").ToString();
        await _page.EvaluateAsync(Connect, options.ToJsonString());
    }

    /// <summary>Posts a message; the id that postActivity gives.</summary>
    public Task<string> SayAsync(string text) => _page.EvaluateAsync<string>(
        "(text) => new Promise((done, failed) => line.postActivity({ type: 'message', text, from: { id: 'somebody', name: '' } }).subscribe(done, failed))", text);

    public Task<string> ConversationAsync() => _page.EvaluateAsync<string>("() => line.conversationId");

    public Task<string> WatermarkAsync() => _page.EvaluateAsync<string>("() => line.watermark");

    /// <summary>Ids of the activities so far.</summary>
    public Task<string[]> IdsAsync() => _page.EvaluateAsync<string[]>("() => ids");

    /// <summary>Gives the client a new token and stream, as the page of a site does when it is told that the token has expired.</summary>
    public async Task ReconnectAsync(string token, string streamUrl) =>
        await _page.EvaluateAsync("([token, streamUrl]) => line.reconnect({ conversationId: line.conversationId, token, streamUrl })", new[] { token, streamUrl });

    public async Task EndAsync() => await _page.EvaluateAsync("() => line.end()");

    /// <summary>Waits until so many activities came, and gives them: sender and first line.</summary>
    public async Task<string[]> SeenAsync(int count)
    {
        await _page.WaitForFunctionAsync("(count) => seen.length >= count", count);
        return await _page.EvaluateAsync<string[]>("() => seen");
    }

    public async Task StatusAsync(int status) => await _page.WaitForFunctionAsync("(status) => window.status.endsWith(status)", status);
}

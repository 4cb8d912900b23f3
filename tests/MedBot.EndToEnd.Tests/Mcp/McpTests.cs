using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MedBot.EndToEnd.Tests.Mcp;

/// <summary>The tools as agents reach them.</summary>
public sealed class McpTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"VERSION","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    [Fact]
    public async Task TheOfficialClientGetsFiguresOverHttp()
    {
        await using var medbot = await MedBotProcess.StartAsync(TestContext.Current.CancellationToken);

        IsWhole(await OfficialClient.RunAsync(TestContext.Current.CancellationToken, "http", new Uri(medbot.Address, "/mcp").AbsoluteUri));
    }

    [Fact]
    public async Task TheOfficialClientGetsFiguresOverStandardInputAndOutput() =>
        IsWhole(await OfficialClient.RunAsync(TestContext.Current.CancellationToken, "stdio", "dotnet", Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), "mcp"));

    [Fact]
    public async Task HttpIsSpokenAsTheProtocolSays()
    {
        await using var medbot = await MedBotProcess.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = medbot.Address };

        foreach (var version in (string[])["2025-03-26", "2025-06-18"])
        {
            using var started = await PostAsync(http, Initialize.Replace("VERSION", version));
            Assert.Equal(HttpStatusCode.OK, started.StatusCode);
            Assert.Contains($"\"protocolVersion\":\"{version}\"", await started.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        using var notified = await PostAsync(http, """{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        Assert.Equal(HttpStatusCode.Accepted, notified.StatusCode);
        using var pinged = await PostAsync(http, """{"jsonrpc":"2.0","id":2,"method":"ping"}""");
        Assert.Contains("\"result\":{}", await pinged.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var unknown = await PostAsync(http, """{"jsonrpc":"2.0","id":3,"method":"no/such"}""");
        Assert.Contains("-32601", await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var broken = await PostAsync(http, "{");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Contains("-32700", await broken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var foreign = await PostAsync(http, Initialize, origin: "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var deaf = await PostAsync(http, Initialize, accept: "application/json");
        Assert.Equal(HttpStatusCode.NotAcceptable, deaf.StatusCode);
        using var stream = await http.GetAsync(new Uri("/mcp", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, stream.StatusCode);
        using var ended = await http.DeleteAsync(new Uri("/mcp", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, ended.StatusCode);
    }

    private static void IsWhole(JsonElement seen)
    {
        Assert.Equal("medbot", seen.GetProperty("server").GetProperty("name").GetString());
        Assert.Equal(
            ["calculate_reimbursement", "enrol_newborn", "lookup_contact", "lookup_premium", "lookup_ratio", "lookup_window", "pay_guide", "search_articles", "waiting_period"],
            seen.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        // (30000 − 800) × 60%, as worked by hand beside the table. The client has held it against the tool's schema.
        var paid = seen.GetProperty("bill").GetProperty("structuredContent").GetProperty("figures").EnumerateArray().First(figure => figure.GetProperty("value").ToString() == "17520");
        Assert.Equal("元", paid.GetProperty("unit").GetString());
        Assert.All((string[])["bound", "clause", "document", "validFrom", "validTo", "status", "region"], member => Assert.True(paid.TryGetProperty(member, out _)));
        Assert.Contains("17520元", seen.GetProperty("bill").GetProperty("content")[0].GetProperty("text").GetString());
        Assert.NotEmpty(seen.GetProperty("window").GetProperty("structuredContent").GetProperty("summary").GetString()!);
        Assert.NotEmpty(seen.GetProperty("waiting").GetProperty("structuredContent").GetProperty("figures").EnumerateArray());
        Assert.True(seen.GetProperty("wrong").GetProperty("isError").GetBoolean());
        Assert.Contains("六位行政区划代码", seen.GetProperty("wrong").GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Contains("no_such_tool", seen.GetProperty("unknown").GetString());
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string body, string? origin = null, string accept = "application/json, text/event-stream")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var type in accept.Split(", "))
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Dialogs;

/// <summary>What the bot was asking for it still asks for after the program was killed and started again.</summary>
public sealed class RestartedDialogTests : IDisposable
{
    private const string Secret = "a-secret-of-at-least-32-characters";

    private readonly DirectoryInfo _kept = Directory.CreateTempSubdirectory("medbot-restart-");
    private readonly HttpClient _client = new();
    private int _messages;

    public void Dispose()
    {
        _client.Dispose();
        _kept.Delete(recursive: true);
    }

    [Fact]
    public async Task ADialogGoesOnWhereItWasThroughAKillBetweenAnyTwoTurns()
    {
        Assert.Contains("住的是哪一级医院", await SayToAFreshProcessAsync("信阳住院花了两万能报多少"), StringComparison.Ordinal);
        Assert.Contains("回到刚才的：住的是哪一级医院", await SayToAFreshProcessAsync("医保局电话多少"), StringComparison.Ordinal);
        Assert.Contains("10670元", await SayToAFreshProcessAsync("三级的"), StringComparison.Ordinal);
        Assert.Contains("19400元 × 55%", await SayToAFreshProcessAsync("怎么算的"), StringComparison.Ordinal);
        Assert.Contains("10835元", await SayToAFreshProcessAsync("不对，是二级"), StringComparison.Ordinal);
        Assert.Contains("地点：河南信阳", await SayToAFreshProcessAsync("给工作人员看"), StringComparison.Ordinal);
    }

    private async Task<string> SayToAFreshProcessAsync(string text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var medbot = await MedBotProcess.StartAsync(
            cancellation, null, "--Storage:Path", Path.Combine(_kept.FullName, "medbot.db"), "--Webhook:Secrets:0", Secret);
        var reply = await SayAsync(medbot.Address, text, cancellation);
        await medbot.KillAsync();
        return reply;
    }

    private async Task<string> SayAsync(Uri address, string text, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["conversation"] = "c1", ["message"] = $"m{++_messages}", ["text"] = text });
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. body];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/webhook"));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        request.Headers.Add("X-MedBot-Timestamp", timestamp);
        request.Headers.Add("X-MedBot-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
        using var response = await _client.SendAsync(request, cancellation);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(cancellation);
        return string.Join('\n', answer!["replies"]!.AsArray().Select(reply => (string?)reply));
    }
}

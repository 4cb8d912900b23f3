using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Model;

/// <summary>How soon a sentence that a model has finished is with the client: from the model's service through the program's WebSocket.</summary>
public sealed class FirstSentenceTests
{
    private const double BoundInMilliseconds = 50;
    private const int Turns = 21;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheFirstSentenceIsThereWithinFiftyMillisecondsOfItsEnd()
    {
        await using var model = await TruthfulModel.StartAsync();
        await using var server = await MedBotProcess.StartAsync(Cancellation, settings: model.Settings);
        using var http = new HttpClient { BaseAddress = server.Address };
        var page = await CallAsync(http, "/webchat/token", "{}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)page["token"]!);
        var started = await CallAsync(http, "/v3/directline/conversations", "{}");
        using var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri((string)started["streamUrl"]!), Cancellation);

        var took = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var message = new JsonObject { ["type"] = "message", ["text"] = TruthfulModel.Question, ["from"] = new JsonObject { ["id"] = "dl_r" } };
            var asked = CallAsync(http, $"/v3/directline/conversations/{(string)started["conversationId"]!}/activities", message.ToJsonString());
            await HearsAsync(socket, set => set.Contains(TruthfulModel.Opening, StringComparison.Ordinal));
            var arrived = Stopwatch.GetTimestamp();
            var said = model.Said.Last(one => one.Sentence == TruthfulModel.Opening).At;
            took.Add(Stopwatch.GetElapsedTime(said, arrived).TotalMilliseconds);
            model.GoOn();
            model.GoOn();
            await asked;
            await HearsAsync(socket, set => set.Contains("\"streamType\":\"final\"", StringComparison.Ordinal));
        }

        // The first one pays for what a program loads late.
        var sorted = took.Skip(1).Order().ToArray();
        var report = string.Create(
            CultureInfo.InvariantCulture,
            $"End of the model's first sentence to the client, {sorted.Length} turns: p50 {sorted[sorted.Length / 2]:0.0} ms, p95 {sorted[(int)(sorted.Length * 0.95)]:0.0} ms, max {sorted[^1]:0.0} ms; the very first {took[0]:0.0} ms");
        Console.WriteLine(report);
        // On a machine that runs other tests beside it, single sentences wait for the processor; half of them may not.
        Assert.True(sorted[sorted.Length / 2] <= BoundInMilliseconds, report);
    }

    private static async Task<JsonNode> CallAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content, Cancellation);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

    private static async Task HearsAsync(ClientWebSocket socket, Func<string, bool> awaited)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var count = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(count), Cancellation);
                count += part.Count;
            }
            while (!part.EndOfMessage);
            if (awaited(Encoding.UTF8.GetString(buffer, 0, count)))
                return;
        }
    }
}

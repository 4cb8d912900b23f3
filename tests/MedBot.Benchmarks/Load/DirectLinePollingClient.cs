using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// A conversation over Direct Line as a client without WebSockets holds it: a message by POST, then what came since by GET.
/// A turn has ended when a reply of the bot is among that.
/// </summary>
/// <param name="http">Sends the calls.</param>
/// <param name="target">Where to.</param>
/// <param name="root">The path under which the service has <c>conversations</c>.</param>
/// <param name="tokens">The path at which a token is had; null when the service asks for none.</param>
internal sealed class DirectLinePollingClient(HttpClient http, LoadTarget target, string root, string? tokens) : ITurnClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks, when the first found nothing.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private AuthenticationHeaderValue? _authorization;
    private string _conversation = "";
    private string _watermark = "";
    private int _sent;

    public int Doubled { get; private set; }

    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (tokens is not null)
            _authorization = new AuthenticationHeaderValue("Bearer", (await CallAsync(HttpMethod.Post, tokens, new { }, cancellation)).GetProperty("token").GetString());
        _conversation = (await CallAsync(HttpMethod.Post, root + "conversations", new { }, cancellation)).GetProperty("conversationId").GetString()!;
        await ReadAsync(cancellation);
    }

    public async Task TurnAsync(string text, CancellationToken cancellation)
    {
        var activity = new
        {
            type = "message",
            text,
            textFormat = "plain",
            locale = "zh-CN",
            from = new { id = "resident", role = "user" },
            channelData = new { clientActivityID = $"m{++_sent}" },
        };
        await CallAsync(HttpMethod.Post, $"{root}conversations/{_conversation}/activities", activity, cancellation);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            while (!await ReadAsync(patience.Token))
                await Task.Delay(Pause, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("No reply came.");
        }
    }

    // True when the bot has said something.
    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var set = await CallAsync(HttpMethod.Get, $"{root}conversations/{_conversation}/activities?watermark={_watermark}", null, cancellation);
        _watermark = set.GetProperty("watermark").ToString();
        var replied = false;
        foreach (var activity in set.GetProperty("activities").EnumerateArray())
        {
            if (activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("clientActivityID", out var own))
                Doubled += _seen.Add(own.GetString()!) ? 0 : 1;
            else
                replied |= activity.GetProperty("type").GetString() == "message";
        }

        return replied;
    }

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, target.To(path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = _authorization;
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// A conversation over Direct Line as Web Chat holds it: messages by POST, everything that comes back by the WebSocket.
/// A turn has ended when its echo and a reply to it have come.
/// </summary>
internal sealed class DirectLineClient(HttpClient http, LoadTarget target) : ITurnClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string _conversation = "";
    private string _token = "";
    private Task _listening = Task.CompletedTask;
    private volatile PendingTurn? _pending;
    private int _sent;

    public int Doubled { get; private set; }

    public async Task OpenAsync(CancellationToken cancellation)
    {
        using var page = await http.PostAsync(target.To("webchat/token"), JsonContent.Create(new { }), cancellation);
        page.EnsureSuccessStatusCode();
        var opened = await page.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        _conversation = opened.GetProperty("conversationId").GetString()!;
        _token = opened.GetProperty("token").GetString()!;

        using var request = Post("v3/directline/conversations");
        using var started = await http.SendAsync(request, cancellation);
        started.EnsureSuccessStatusCode();
        var granted = await started.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        await _socket.ConnectAsync(new Uri(granted.GetProperty("streamUrl").GetString()!), cancellation);
        _listening = ListenAsync();
    }

    public async Task TurnAsync(string text, CancellationToken cancellation)
    {
        var pending = new PendingTurn($"m{++_sent}");
        _pending = pending;
        using var request = Post($"v3/directline/conversations/{_conversation}/activities");
        request.Content = JsonContent.Create(new
        {
            type = "message",
            text,
            textFormat = "plain",
            locale = "zh-CN",
            from = new { id = "resident", role = "user" },
            channelData = new { clientActivityID = pending.Id },
        });
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        await pending.Answered.Task.WaitAsync(Patience, cancellation);
    }

    private HttpRequestMessage Post(string address) =>
        new(HttpMethod.Post, target.To(address)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _token) } };

    private async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                length += part.Count;
                if (length == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                if (!part.EndOfMessage)
                    continue;
                if (length > 0)
                    Read(buffer.AsMemory(0, length));
                length = 0;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The turn that waits for it runs out of patience and is counted.
        }
    }

    private void Read(ReadOnlyMemory<byte> frame)
    {
        using var set = JsonDocument.Parse(frame);
        if (!set.RootElement.TryGetProperty("activities", out var activities))
            return;
        foreach (var activity in activities.EnumerateArray())
        {
            if (activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("clientActivityID", out var own))
                Echoed(own.GetString()!, activity.GetProperty("id").GetString()!);
            else if (activity.TryGetProperty("replyToId", out var to) && _pending is { } pending && to.GetString() == pending.EchoId)
                pending.Answered.TrySetResult();
        }
    }

    private void Echoed(string clientId, string id)
    {
        if (!_seen.Add(clientId))
            Doubled++;
        if (_pending is { } pending && pending.Id == clientId)
            pending.EchoId = id;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _listening;
        _socket.Dispose();
    }

    private sealed class PendingTurn(string id)
    {
        public string Id => id;

        public string? EchoId { get; set; }

        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

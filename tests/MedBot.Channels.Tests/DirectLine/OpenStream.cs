using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>The client's end of a stream. Empty frames are passed over.</summary>
internal sealed class OpenStream(WebSocket socket) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens it and waits for the empty frame that it begins with.</summary>
    public static async Task<OpenStream> OpenAsync(ChannelServer server, DirectLineAnswer granted)
    {
        var socket = await server.Server.CreateWebSocketClient().ConnectAsync(new Uri(granted.Text("streamUrl")), Cancellation);
        var buffer = new byte[16];
        Assert.Equal(0, (await socket.ReceiveAsync(buffer.AsMemory(), Cancellation)).Count);
        return new OpenStream(socket);
    }

    /// <summary>The next set, which must be of logged activities.</summary>
    public async Task<DirectLineAnswer> SetAsync()
    {
        while (true)
        {
            var set = await NextAsync();
            if (set.Json.TryGetProperty("watermark", out _))
                return set;
            Assert.False(set.Activities[0].TryGetProperty("text", out _), $"Unexpected: {set.Json}");
        }
    }

    /// <summary>The next activity, which must be one that moves no watermark.</summary>
    public async Task<JsonElement> TransientAsync()
    {
        var set = await NextAsync();
        Assert.False(set.Json.TryGetProperty("watermark", out _));
        return Assert.Single(set.Activities);
    }

    /// <summary>The next activity with a text that moves no watermark, behind plain typing notices.</summary>
    public async Task<JsonElement> TextAsync()
    {
        while (true)
        {
            var activity = await TransientAsync();
            if (activity.TryGetProperty("text", out _))
                return activity;
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<DirectLineAnswer> NextAsync()
    {
        var buffer = new byte[64 * 1024];
        var count = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(count), Cancellation);
            count += part.Count;
            if (part.EndOfMessage && count > 0)
                return new DirectLineAnswer(default, JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, count)).RootElement, new Dictionary<string, string>());
        }
    }
}

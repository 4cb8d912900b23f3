using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>A resident's WebSocket: what it brought, over all the connections that it took.</summary>
internal sealed class ResidentStream(Resident resident)
{
    private readonly List<string> _ids = [];
    private string _watermark = "0";

    /// <summary>Connections that were made.</summary>
    public int Connections { get; private set; }

    /// <summary>Ids of the activities of the log, as they came. A typing notice is not kept and does not count.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_ids)
                return [.. _ids];
        }
    }

    public async Task ListenAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            try
            {
                using var socket = new ClientWebSocket();
                socket.Options.Proxy = null;
                await socket.ConnectAsync(await resident.StreamAsync(_watermark, until), until);
                Connections++;
                await ReceiveAsync(socket, until);
            }
            catch (Exception gone) when (gone is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
            {
                // The replica is gone, or the test is over: once more from where it stopped.
            }
        }
    }

    private async Task ReceiveAsync(ClientWebSocket socket, CancellationToken until)
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (await socket.ReceiveAsync(buffer.AsMemory(), until) is { MessageType: not WebSocketMessageType.Close } part)
        {
            message.Write(buffer.AsSpan(0, part.Count));
            if (!part.EndOfMessage)
                continue;
            Take(message.ToArray());
            message.SetLength(0);
        }
    }

    private void Take(byte[] message)
    {
        if (message.Length == 0)
            return;
        var set = JsonNode.Parse(message)!;
        lock (_ids)
            _ids.AddRange(set["activities"]!.AsArray().Where(activity => (string?)activity!["type"] != "typing").Select(activity => (string)activity!["id"]!));
        _watermark = (string)set["watermark"]!;
    }
}

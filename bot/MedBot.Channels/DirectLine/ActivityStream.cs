using System.Net.WebSockets;
using System.Text;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// One client's WebSocket on a conversation: sends what was logged after the client's watermark, then everything new as it
/// is logged. What moves a watermark is only ever read from the log, so nothing is lost between connections and nothing
/// comes twice.
/// </summary>
internal sealed class ActivityStream(IConversationStore store, OpenStreams streams, TimeProvider clock)
{
    /// <summary>An empty message at this interval keeps proxies from closing a quiet connection.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    private const int MostActivitiesInASet = 100;

    /// <summary>A client sends nothing but empty keep-alives; one that floods the server is cut off.</summary>
    private const int MostReceivedBytes = 1024 * 1024;

    /// <summary>Time for one message to go out, and for a client to answer a close.</summary>
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(30), ClosePatience = TimeSpan.FromSeconds(2);

    /// <summary>Runs until the client leaves or the server stops.</summary>
    public async Task RunAsync(WebSocket socket, string conversationId, long after, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var abandoned = new CancellationTokenSource();
        var news = new StreamNews();
        using var watch = store.Watch(conversationId, news.Logged);
        using var open = streams.Add(conversationId, news);

        var receiving = ReceiveAsync(socket, ended, abandoned.Token);
        var elsewhere = false;
        try
        {
            await SendAsync(socket, conversationId, after, news, ended.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or StorageException)
        {
            // The client left, the server stops, or the log cannot be read: the client comes back with its watermark.
            elsewhere = gone is StorageException || stopping.IsCancellationRequested;
        }

        await CloseAsync(socket, elsewhere);
        abandoned.CancelAfter(ClosePatience);
        await receiving;
    }

    private async Task SendAsync(WebSocket socket, string conversationId, long after, StreamNews news, CancellationToken ended)
    {
        var live = new LiveOnStream();
        await SendTextAsync(socket, "");
        var isBehind = false;
        while (true)
        {
            var activities = (isBehind ? null : news.Unsent.Take(after)) ?? await store.ReadAsync(conversationId, after, MostActivitiesInASet, ended);
            isBehind = activities.Length >= MostActivitiesInASet;
            if (!activities.IsEmpty)
            {
                after = activities[^1].Number;
                live.Passed(activities);
                await SendTextAsync(socket, ActivitySetText.Of(activities, after));
                if (isBehind)
                    continue;
            }

            if (live.Next(news.TakeWriting()) is { } written)
                await SendTextAsync(socket, written);
            // With an answer the work is done.
            if (news.TakeTyping() && activities.IsEmpty)
                await SendTextAsync(socket, TypingNotices.TextOf(conversationId, clock.GetUtcNow()));
            if (!await IsNewsAsync(news, ended))
                await SendTextAsync(socket, "");
        }
    }

    // False when nothing came for the time of a keep-alive.
    private async Task<bool> IsNewsAsync(StreamNews news, CancellationToken ended)
    {
        using var quiet = new CancellationTokenSource(KeepAlive, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, ended);
        try
        {
            await news.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return false;
        }
    }

    // Without a read pending, pings and the client's close would never be seen. Cancelling a read breaks the connection,
    // so that is left for a client that does not answer a close.
    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource ended, CancellationToken abandoned)
    {
        var buffer = new byte[1024];
        var received = 0;
        try
        {
            while (received < MostReceivedBytes)
            {
                var message = await socket.ReceiveAsync(buffer.AsMemory(), abandoned);
                if (message.MessageType == WebSocketMessageType.Close)
                    break;
                received += message.Count;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // As in RunAsync.
        }

        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, bool elsewhere)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(ClosePatience);
        try
        {
            var status = elsewhere ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure;
            await socket.CloseOutputAsync(status, null, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It is gone already.
        }
    }

    private static async ValueTask SendTextAsync(WebSocket socket, string text)
    {
        using var patience = new CancellationTokenSource(SendPatience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }
}

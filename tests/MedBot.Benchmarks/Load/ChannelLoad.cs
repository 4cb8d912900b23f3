namespace MedBot.Benchmarks.Load;

/// <summary>How a load reaches a bot.</summary>
internal enum LoadChannel
{
    /// <summary>Direct Line, what comes back by WebSocket.</summary>
    DirectLine,

    /// <summary>Direct Line, what comes back by GET.</summary>
    DirectLinePolling,

    /// <summary>POST /api/messages, replies posted to the channel.</summary>
    Messages,

    /// <summary>offline-directline, which has GET alone and asks for no token.</summary>
    OfflineDirectLine,
}

/// <summary>A load over one channel.</summary>
internal static class ChannelLoad
{
    /// <param name="name">What is loaded, for the report.</param>
    /// <param name="server">Its address.</param>
    /// <param name="usage">Its process; null when that is not known.</param>
    /// <param name="channel">The way to it.</param>
    /// <param name="plan">What to send.</param>
    public static async Task<LoadResult> MeasureAsync(string name, Uri server, ServerUsage? usage, LoadChannel channel, LoadPlan plan)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null }) { Timeout = TimeSpan.FromSeconds(30) };
        if (channel != LoadChannel.Messages)
            return await LoadRun.MeasureAsync(name, plan, _ => Client(channel, http, server), usage);
        await using var replies = await ReplyListener.StartAsync();
        var run = Guid.NewGuid().ToString("N");
        return await LoadRun.MeasureAsync(name, plan, number => new ConnectorClient(http, server, replies, $"{run}-{number}"), usage);
    }

    private static ITurnClient Client(LoadChannel channel, HttpClient http, Uri server) => channel switch
    {
        LoadChannel.DirectLine => new DirectLineClient(http, server),
        LoadChannel.DirectLinePolling => new DirectLinePollingClient(http, new Uri(server, "v3/directline/"), new Uri(server, "webchat/token")),
        _ => new DirectLinePollingClient(http, new Uri(server, "directline/"), tokens: null),
    };
}

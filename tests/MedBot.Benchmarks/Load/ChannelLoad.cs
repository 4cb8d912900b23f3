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
    /// <param name="target">Where to.</param>
    /// <param name="channel">The way to it.</param>
    /// <param name="plan">What to send.</param>
    public static async Task<LoadResult> MeasureAsync(string name, LoadTarget target, LoadChannel channel, LoadPlan plan)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null }) { Timeout = TimeSpan.FromSeconds(30) };
        if (channel != LoadChannel.Messages)
            return await LoadRun.MeasureAsync(name, plan, _ => Client(channel, http, target), target.Usage);
        await using var replies = await ReplyListener.StartAsync();
        var run = Guid.NewGuid().ToString("N");
        return await LoadRun.MeasureAsync(name, plan, number => new ConnectorClient(http, target, replies, $"{run}-{number}"), target.Usage);
    }

    private static ITurnClient Client(LoadChannel channel, HttpClient http, LoadTarget target) => channel switch
    {
        LoadChannel.DirectLine => new DirectLineClient(http, target),
        LoadChannel.DirectLinePolling => new DirectLinePollingClient(http, target, "v3/directline/", "webchat/token"),
        _ => new DirectLinePollingClient(http, target, "directline/", tokens: null),
    };
}

namespace MedBot.Benchmarks.Load;

/// <summary>A load over one channel.</summary>
internal static class ChannelLoad
{
    /// <param name="name">What is loaded, for the report.</param>
    /// <param name="server">Its address.</param>
    /// <param name="usage">Its process; null when that is not known.</param>
    /// <param name="overConnector">True for POST /api/messages, false for Direct Line.</param>
    /// <param name="plan">What to send.</param>
    public static async Task<LoadResult> MeasureAsync(string name, Uri server, ServerUsage? usage, bool overConnector, LoadPlan plan)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null }) { Timeout = TimeSpan.FromSeconds(30) };
        if (!overConnector)
            return await LoadRun.MeasureAsync(name, plan, _ => new DirectLineClient(http, server), usage);
        await using var replies = await ReplyListener.StartAsync();
        var run = Guid.NewGuid().ToString("N");
        return await LoadRun.MeasureAsync(name, plan, number => new ConnectorClient(http, server, replies, $"{run}-{number}"), usage);
    }
}

using System.Net.Http.Json;

namespace MedBot.Benchmarks.Load;

/// <summary>
/// A conversation over POST /api/messages as a channel's connector holds it: the replies come back to the channel's own
/// address, the <see cref="ReplyListener"/>. A turn has ended when the message was accepted and a reply to it has come.
/// </summary>
internal sealed class ConnectorClient(HttpClient http, LoadTarget target, ReplyListener replies, string conversation) : ITurnClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private int _sent;

    public int Doubled => 0;

    public async Task OpenAsync(CancellationToken cancellation) => await PostAsync(new
    {
        type = "conversationUpdate",
        id = $"{conversation}-0",
        channelId = "test",
        serviceUrl = replies.Address,
        from = new { id = "resident" },
        recipient = new { id = "bot" },
        conversation = new { id = conversation },
        membersAdded = new[] { new { id = "bot" } },
    }, cancellation);

    public async Task TurnAsync(string text, CancellationToken cancellation)
    {
        var id = $"{conversation}-{++_sent}";
        var answered = replies.Expect(id);
        await PostAsync(new
        {
            type = "message",
            id,
            text,
            textFormat = "plain",
            locale = "zh-CN",
            channelId = "test",
            serviceUrl = replies.Address,
            from = new { id = "resident", role = "user" },
            recipient = new { id = "bot", role = "bot" },
            conversation = new { id = conversation },
        }, cancellation);
        await answered.WaitAsync(Patience, cancellation);
    }

    private async Task PostAsync<T>(T activity, CancellationToken cancellation)
    {
        using var answer = await http.PostAsync(target.To("api/messages"), JsonContent.Create(activity), cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

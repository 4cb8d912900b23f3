using System.Text.Json;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.Webhook;

namespace MedBot.Channels.Tests.Contract;

public sealed class WebhookContract : ChannelContract
{
    private protected override (string, string)[] Settings => [("Webhook:Secrets:0", WebhookCaller.Secret)];

    private protected override string ContentType => "application/json";

    private protected override Task<IChannelUser> ConnectAsync(ChannelServer server) => Task.FromResult<IChannelUser>(
        new PostingUser(server.Client(), _ => "/webhook", Question, Reply, (request, body) => WebhookCaller.Sign(request, body, server.Clock.GetUtcNow())));

    private protected override byte[] Message(string text) => Question(text, "raw");

    private static byte[] Question(string text, string key) => JsonSerializer.SerializeToUtf8Bytes(new { conversation = "c1", message = key, text });

    private static string Reply(string body) => JsonDocument.Parse(body).RootElement.GetProperty("replies")[0].GetString()!;
}

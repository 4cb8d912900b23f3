using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.Contract;

public sealed class ConnectorContract : ChannelContract
{
    private protected override (string, string)[] Settings => [];

    private protected override string ContentType => "application/json";

    private protected override Task<IChannelUser> ConnectAsync(ChannelServer server) =>
        Task.FromResult<IChannelUser>(new PostingUser(server.Client(), _ => "/api/messages", Activity, Reply));

    private protected override byte[] Message(string text) => Activity(text, "raw");

    private static byte[] Activity(string text, string id) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["channelId"] = "test",
        ["serviceUrl"] = "http://localhost:56150",
        ["deliveryMode"] = "expectReplies",
        ["from"] = new JsonObject { ["id"] = "user-1" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
    });

    private static string Reply(string body) => JsonDocument.Parse(body).RootElement.GetProperty("activities")[0].GetProperty("text").GetString()!;
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MedBot.Channels.Tests.DirectLine;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.Contract;

public sealed class DirectLineContract : ChannelContract
{
    private protected override (string, string)[] Settings => [];

    private protected override string ContentType => "application/json";

    private protected override async Task<IChannelUser> ConnectAsync(ChannelServer server)
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(server);
        return new User(client, conversation);
    }

    private protected override byte[] Message(string text) => JsonSerializer.SerializeToUtf8Bytes(new { type = "message", text });

    private sealed class User(DirectLineClient client, string conversation) : IChannelUser
    {
        public async Task<string> SayAsync(string text, string key)
        {
            var posted = (await client.SayAsync(conversation, text, key)).Text("id");
            return (await client.ReadAsync(conversation)).Activities
                .Single(activity => activity.TryGetProperty("replyToId", out var id) && id.GetString() == posted)
                .GetProperty("text").GetString()!;
        }

        public async Task<HttpStatusCode> SendAsync(byte[] body, string contentType) =>
            (await client.CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", null, request =>
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            })).Status;
    }
}

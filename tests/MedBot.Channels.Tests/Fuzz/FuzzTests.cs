using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using MedBot.Channels.Tests.Connector;
using MedBot.Channels.Tests.DirectLine;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.Webhook;
using MedBot.Channels.Tests.WeChat;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.Fuzz;

/// <summary>
/// Broken requests to every endpoint, signed where the channel signs so that they reach the parsers: 1,000 of them, or
/// 100,000 with MEDBOT_NIGHTLY=1. None may be the server's fault, and afterwards the conversation goes on.
/// </summary>
public sealed class FuzzTests
{
    private const int Seed = 20251101;

    private const string DirectLineSecret = "a-secret-of-at-least-32-characters";

    private const string CorpId = "ww5823bf96d3bd56c7";

    private static readonly int Requests = Environment.GetEnvironmentVariable("MEDBOT_NIGHTLY") == "1" ? 100_000 : 1_000;

    private static readonly MessageCipher Cipher = new(WeChatClient.Key);

    private static readonly string[] ContentTypes = ["application/json", "text/xml", "text/plain", "multipart/form-data; boundary=b", "application/json; charset=utf-16", "a/b/c", ";;"];

    [Fact]
    public async Task NoBrokenRequestIsTheServersFault()
    {
        await using var service = await RecordedService.StartAsync();
        await using var server = await ChannelServer.StartAsync(
            service.Register,
            ("WeChat:Token", WeChatClient.Token), ("WeChat:AppId", WeChatClient.AppId), ("WeChat:EncodingAesKey", WeChatClient.Key),
            ("WeCom:Token", WeChatClient.Token), ("WeCom:CorpId", CorpId), ("WeCom:EncodingAesKey", WeChatClient.Key),
            ("Webhook:Secrets:0", WebhookCaller.Secret), ("DirectLine:Secrets:0", DirectLineSecret));
        var page = await new DirectLineClient(server, null).CallAsync(HttpMethod.Post, "/webchat/token", "{}");
        var (token, conversation) = (page.Text("token"), page.Text("conversationId"));
        var resident = new DirectLineClient(server, token);
        await resident.StartAsync();

        var random = new Random(Seed);
        var mutation = new Mutation(random);
        using var http = server.Client();
        var refused = 0;
        for (var number = 0; number < Requests; number++)
        {
            if (number % 100 == 99)
                await FloodStreamAsync(server, (await resident.ReconnectAsync(conversation)).Text("streamUrl"), mutation);
            using var request = Broken(number % 17, mutation, random, server, token, conversation);
            using var response = await http.SendAsync(request);
            var status = (int)response.StatusCode;
            Assert.True(status is >= 200 and < 500, $"Request {number} of seed {Seed} ({request.Method} {request.RequestUri}) was answered with {status}.");
            refused += status >= 400 ? 1 : 0;
        }

        Assert.InRange(refused, Requests / 3, Requests);
        Assert.DoesNotContain(server.Log.All, IsFault);
        await resident.SayAsync(conversation, "还在吗", "last");
        Assert.Contains("回答：还在吗", (await resident.ReadAsync(conversation, $"?watermark={Math.Max(0, await LastAsync(resident, conversation) - 1)}")).Texts);
    }

    // Whatever a client sends down its stream is read and thrown away; the stream goes on or is closed.
    private static async Task FloodStreamAsync(ChannelServer server, string address, Mutation mutation)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = await server.Server.CreateWebSocketClient().ConnectAsync(new Uri(address), patience.Token);
        for (var frame = 0; frame < 20; frame++)
            await socket.SendAsync(mutation.Of(Encoding.UTF8.GetBytes("""{"activities":[],"watermark":"1"}""")), (WebSocketMessageType)(frame % 2), frame % 3 != 0, patience.Token);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        var buffer = new byte[1024];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), patience.Token)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    // A reply to an address that was broken on purpose is given up in the end, and staff are to see that.
    private static bool IsFault(string line) =>
        (line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal))
        && !line.Contains("over connector was given up", StringComparison.Ordinal);

    private static async Task<long> LastAsync(DirectLineClient resident, string conversation)
    {
        var mark = 0L;
        while ((await resident.ReadAsync(conversation, $"?watermark={mark}")) is { Activities.Count: > 0 } set)
            mark = long.Parse(set.Text("watermark"));
        return mark;
    }

    private static HttpRequestMessage Broken(int endpoint, Mutation mutation, Random random, ChannelServer server, string token, string conversation)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString();
        var nonce = random.Next().ToString();
        var activity = $$$"""{"type":"message","id":"{{{nonce}}}","text":"住院报多少","textFormat":"plain","attachments":[{"contentType":"image/png","contentUrl":"data:,"}],"channelData":{"clientActivityID":"{{{nonce}}}"},"channelId":"test","deliveryMode":"expectReplies","serviceUrl":"http://localhost:56150","from":{"id":"u","name":"","role":"user"},"recipient":{"id":"b"},"conversation":{"id":"c1"},"membersAdded":[{"id":"u"}],"value":{"a":[1,null,"x"]},"entities":[{"type":"t"}],"locale":"zh-CN"}""";
        var message = WeChatClient.Text("住院报多少", nonce);
        var direct = $"/v3/directline/conversations/{conversation}";
        return endpoint switch
        {
            0 => Post("/webchat/token", """{"resume":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.AA"}"""),
            1 => Post("/v3/directline/conversations", """{"user":{"id":"u1","name":"n"},"locale":"zh-CN"}""", token),
            2 => Post(direct + "/activities", activity, token),
            3 => Post(direct + "/activities", activity, mutation.Of(token)),
            4 => Get(direct + "/activities?watermark=" + Uri.EscapeDataString(mutation.Of("1")), token),
            5 => Get("/v3/directline/conversations/" + Uri.EscapeDataString(mutation.Of(conversation).Replace("\0", "", StringComparison.Ordinal)) + "?watermark=0", token),
            6 => Post(direct + "/upload", $"--b\r\nContent-Disposition: form-data; name=\"activity\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{activity}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--b--\r\n", token, "multipart/form-data; boundary=b"),
            7 => Post("/api/messages", activity),
            8 => Post($"/wechat?signature={WeChatClient.Sign(WeChatClient.Token, now, nonce)}&timestamp={now}&nonce={nonce}", message, type: "text/xml"),
            9 => Sealed("/wechat", Cipher.Encrypt(mutation.Of(message), WeChatClient.AppId)),
            10 => Sealed("/wecom", mutation.Of(Cipher.Encrypt(message, CorpId))),
            11 => Get("/wechat?" + Uri.EscapeDataString(mutation.Of($"signature=f&timestamp={now}&nonce=n&echostr=1")).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal), null),
            12 => Post("/v3/directline/tokens/generate", """{"user":{"id":"dl_1","name":"n"},"trustedOrigins":["https://www.example.gov.cn"]}""", DirectLineSecret),
            13 => Post("/v3/directline/tokens/refresh", "", mutation.Of(token)),
            14 => Get($"{direct}/stream?watermark=1&t={Uri.EscapeDataString(mutation.Of(token))}", null),
            15 => Get("/v3/directline/" + Uri.EscapeDataString(mutation.Of("tokens/generate").Replace("\0", "", StringComparison.Ordinal)), token),
            _ => Webhook(mutation.Of(Encoding.UTF8.GetBytes($$"""{"conversation":"c1","message":"{{nonce}}","text":"住院报多少"}"""))),
        };

        HttpRequestMessage Post(string path, string body, string? credential = null, string type = "application/json") =>
            Request(HttpMethod.Post, path, mutation.Of(Encoding.UTF8.GetBytes(body)), credential, random.Next(20) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : type);

        HttpRequestMessage Sealed(string path, string encrypted) => Request(
            HttpMethod.Post,
            $"{path}?msg_signature={WeChatClient.Sign(WeChatClient.Token, now, nonce, encrypted)}&timestamp={now}&nonce={nonce}&encrypt_type=aes",
            Encoding.UTF8.GetBytes($"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"),
            null,
            "text/xml");

        HttpRequestMessage Webhook(byte[] body)
        {
            var request = Request(HttpMethod.Post, "/webhook", body, null, "application/json");
            WebhookCaller.Sign(request, body, server.Clock.GetUtcNow());
            return request;
        }

        static HttpRequestMessage Get(string path, string? credential) => Request(HttpMethod.Get, path, null, credential, "");

        static HttpRequestMessage Request(HttpMethod method, string path, byte[]? body, string? credential, string type)
        {
            var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            if (credential is not null)
                request.Headers.TryAddWithoutValidation("Authorization", new AuthenticationHeaderValue("Bearer", new string([.. credential.Where(char.IsAscii).Where(character => !char.IsControl(character))])).ToString());
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            return request;
        }
    }
}

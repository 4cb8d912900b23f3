using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Channels.Tests.DirectLine;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.Webhook;
using MedBot.Channels.Tests.WeChat;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.BadInput;

/// <summary>Every endpoint, every fault: a 4xx that says what was expected, nothing of the message in it or in the log, and a conversation that goes on.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private const string Personal = "不该被记下来的话";

    private const string DirectLineSecret = "a-secret-of-at-least-32-characters";

    private const string Multipart = "multipart/form-data; boundary=b";

    // What each endpoint answers to: broken syntax, wrong types, missing fields, an unknown type of activity, a text of
    // 100,000 characters, 10 MB, another content type. 0 where the fault does not exist there.
    private static readonly (string Endpoint, int Broken, int Types, int Missing, int Unknown, int Long, int Large, int Other)[] Table =
    [
        ("webchat/token", 400, 400, 0, 0, 413, 413, 415),
        ("tokens/generate", 400, 400, 0, 0, 400, 413, 415),
        ("conversations", 400, 400, 0, 0, 400, 413, 415),
        ("activities", 400, 400, 400, 400, 413, 413, 415),
        ("upload", 400, 400, 400, 400, 413, 413, 0),
        ("messages", 400, 400, 400, 0, 413, 413, 415),
        ("wechat", 400, 400, 400, 0, 413, 413, 415),
        ("wecom", 400, 400, 400, 0, 413, 413, 415),
        ("webhook", 400, 400, 400, 0, 413, 413, 415),
    ];

    private ChannelServer _server = null!;
    private DirectLineClient _resident = null!;
    private string _token = "", _conversation = "";

    public static TheoryData<string, string, int> Faults()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var (endpoint, broken, types, missing, unknown, longText, large, other) in Table)
        {
            foreach (var (fault, status) in new[] { ("broken", broken), ("types", types), ("missing", missing), ("unknown", unknown), ("long", longText), ("large", large), ("other", other) })
            {
                if (status != 0)
                    data.Add(endpoint, fault, status);
            }
        }

        return data;
    }

    public async ValueTask InitializeAsync()
    {
        _server = await ChannelServer.StartAsync(
            ("WeChat:Token", WeChatClient.Token), ("WeCom:Token", WeChatClient.Token), ("WeCom:CorpId", WeChatClient.AppId), ("WeCom:EncodingAesKey", WeChatClient.Key),
            ("Webhook:Secrets:0", WebhookCaller.Secret), ("DirectLine:Secrets:0", DirectLineSecret));
        var page = await new DirectLineClient(_server, null).CallAsync(HttpMethod.Post, "/webchat/token", "{}");
        (_token, _conversation) = (page.Text("token"), page.Text("conversationId"));
        _resident = new DirectLineClient(_server, _token);
        await _resident.StartAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory, MemberData(nameof(Faults))]
    public async Task AFaultIsRefusedWithWhatWasExpected(string endpoint, string fault, int expected)
    {
        using var http = _server.Client();
        using var request = Request(endpoint, fault);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();

        Assert.True(expected == (int)response.StatusCode, $"{(int)response.StatusCode}: {body}");
        var error = JsonNode.Parse(body)!["error"]!;
        Assert.False(string.IsNullOrWhiteSpace((string?)error["code"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)error["message"]));
        Assert.DoesNotContain(Personal, body, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Log.All, line => line.Contains(Personal, StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Empty(_server.Dialog.Asked);
        await _resident.SayAsync(_conversation, "还在吗", "after");
        Assert.Equal(["您好", "还在吗", "回答：还在吗"], (await _resident.ReadAsync(_conversation)).Texts);
    }

    private HttpRequestMessage Request(string endpoint, string fault)
    {
        var direct = $"/v3/directline/conversations/{_conversation}";
        return endpoint switch
        {
            "webchat/token" => Post("/webchat/token", Json(fault, new JsonObject { ["resume"] = Personal }), null, fault),
            "tokens/generate" => Post("/v3/directline/tokens/generate", Json(fault, new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_" + Personal } }), DirectLineSecret, fault),
            "conversations" => Post("/v3/directline/conversations", Json(fault, new JsonObject { ["user"] = new JsonObject { ["id"] = Personal } }), _token, fault),
            "activities" => Post(direct + "/activities", Json(fault, Activity()), _token, fault),
            "upload" => Post(direct + "/upload", fault == "broken" ? "--b\r\nno parts" : $"--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{Json(fault, Activity())}\r\n--b--\r\n", _token, fault, Multipart),
            "messages" => Post("/api/messages", Json(fault, Activity()), null, fault),
            "wechat" => WeChat(fault),
            "wecom" => WeCom(fault),
            _ => Webhook(fault),
        };
    }

    private static JsonObject Activity() => new()
    {
        ["type"] = "message",
        ["id"] = "m1",
        ["text"] = Personal,
        ["channelId"] = "test",
        ["serviceUrl"] = "http://localhost:56150",
        ["from"] = new JsonObject { ["id"] = "u" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = "k" },
    };

    // The valid body with the fault in it.
    private static string Json(string fault, JsonObject valid)
    {
        switch (fault)
        {
            case "broken":
                return valid.ToJsonString()[..^1];
            case "types":
                return new JsonObject(valid.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)new JsonArray(member.Value?.DeepClone())))).ToJsonString();
            case "missing":
                return "{}";
            case "unknown":
                valid["type"] = "hologram";
                break;
            case "long" or "large":
                Lengthen(valid, fault == "long" ? 100_000 : 10_000_000);
                break;
        }

        return valid.ToJsonString(Readable);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Lengthen(JsonObject valid, int length)
    {
        var (holder, name) = valid.ContainsKey("text") ? (valid, "text") : valid.ContainsKey("user") ? (valid["user"]!.AsObject(), "id") : (valid, "resume");
        holder[name] = ((string)holder[name]!).PadRight(length, 'x');
    }

    private static string Xml(string fault) => fault switch
    {
        "broken" => WeChatClient.Text(Personal)[..^3],
        "types" => WeChatClient.Text(Personal).Replace("<CreateTime>1761969600<", "<CreateTime>now<", StringComparison.Ordinal),
        "missing" => $"<xml><Content>{Personal}</Content></xml>",
        "long" => WeChatClient.Text(Personal.PadRight(100_000, 'x')),
        "large" => WeChatClient.Text(Personal.PadRight(10_000_000, 'x')),
        _ => WeChatClient.Text(Personal),
    };

    private HttpRequestMessage WeChat(string fault)
    {
        var now = Now;
        return Post($"/wechat?signature={WeChatClient.Sign(WeChatClient.Token, now, "n")}&timestamp={now}&nonce=n", Xml(fault), null, fault, "text/xml");
    }

    private HttpRequestMessage WeCom(string fault)
    {
        var (now, encrypted) = (Now, new MessageCipher(WeChatClient.Key).Encrypt(Xml(fault), WeChatClient.AppId));
        return Post($"/wecom?msg_signature={WeChatClient.Sign(WeChatClient.Token, now, "n", encrypted)}&timestamp={now}&nonce=n", $"<xml><Encrypt>{encrypted}</Encrypt></xml>", null, fault, "text/xml");
    }

    private HttpRequestMessage Webhook(string fault)
    {
        var body = Json(fault, new JsonObject { ["conversation"] = "c1", ["message"] = "m1", ["text"] = Personal });
        var request = Post("/webhook", body, null, fault);
        WebhookCaller.Sign(request, Encoding.UTF8.GetBytes(body), _server.Clock.GetUtcNow());
        return request;
    }

    private string Now => _server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString();

    private static HttpRequestMessage Post(string path, string body, string? credential, string fault, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", fault == "other" ? "text/html" : type);
        if (credential is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        return request;
    }
}

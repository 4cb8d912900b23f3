using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>The platform as it calls an account's callback address, plain or encrypted.</summary>
internal sealed class WeChatClient(ChannelServer server, string path = "/wechat")
{
    public const string Token = "AAAAA", AppId = "wx5823bf96d3bd56c7";

    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", FormerKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private readonly HttpClient _http = server.Client();
    private int _nonce;

    public static Task<ChannelServer> StartServerAsync(params (string Name, string Value)[] more) =>
        ChannelServer.StartAsync([("WeChat:Token", Token), ("WeChat:AppId", AppId), .. more]);

    public static string Text(string content, string id = "1", string from = "o-resident") =>
        $"<xml><ToUserName>gh_account</ToUserName><FromUserName>{from}</FromUserName><CreateTime>1761969600</CreateTime><MsgType>text</MsgType><Content>{content}</Content><MsgId>{id}</MsgId></xml>";

    public static string Event(string name, string eventKey = "", string createTime = "1761969600") =>
        $"<xml><ToUserName>gh_account</ToUserName><FromUserName>o-resident</FromUserName><CreateTime>{createTime}</CreateTime><MsgType>event</MsgType><Event>{name}</Event><EventKey>{eventKey}</EventKey></xml>";

    /// <summary>Signed as the platform signs, by code of the test's own.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The platform prescribes SHA-1.")]
    public static string Sign(params string[] parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));

    public string Now => server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString();

    /// <summary>The text of the reply to a resident's message; "success" when there is none.</summary>
    public async Task<string> SayAsync(string text, string id, string from = "o-resident") => Content(await PlainAsync(Text(text, id, from)));

    public Task<PlatformAnswer> PlainAsync(string xml)
    {
        var nonce = Interlocked.Increment(ref _nonce).ToString();
        return PostAsync($"?signature={Sign(Token, Now, nonce)}&timestamp={Now}&nonce={nonce}&openid=o-resident", xml);
    }

    /// <summary>An encrypted message; the answer's own envelope is returned.</summary>
    public Task<PlatformAnswer> EncryptedAsync(string xml, string key = Key, string receiver = AppId, string outside = "")
    {
        var encrypted = new MessageCipher(key).Encrypt(xml, receiver);
        return SealedAsync(encrypted, Sign(Token, Now, "n", encrypted), outside);
    }

    public Task<PlatformAnswer> SealedAsync(string encrypted, string signature, string outside = "") =>
        PostAsync(
            $"?signature={Sign(Token, Now, "n")}&timestamp={Now}&nonce=n&encrypt_type=aes&msg_signature={signature}",
            $"<xml><ToUserName>gh_account</ToUserName>{outside}<Encrypt>{encrypted}</Encrypt></xml>");

    public async Task<PlatformAnswer> PostAsync(string query, string body, string? type = "text/xml")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _http.PostAsync(new Uri(path + query, UriKind.Relative), content);
        return new PlatformAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString());
    }

    public async Task<PlatformAnswer> GetAsync(string query)
    {
        using var response = await _http.GetAsync(new Uri(path + query, UriKind.Relative));
        return new PlatformAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString());
    }

    /// <summary>The envelope of an encrypted answer opened, its signature checked.</summary>
    public static string Open(PlatformAnswer answer, string key = Key, string receiver = AppId)
    {
        var envelope = XElement.Parse(answer.Body);
        string Part(string name) => envelope.Element(name)!.Value;
        Assert.Equal(Sign(Token, Part("TimeStamp"), Part("Nonce"), Part("Encrypt")), Part("MsgSignature"));
        Assert.True(new MessageCipher(key).TryDecrypt(Part("Encrypt"), receiver, out var xml), "It was not encrypted with the key that the message came with.");
        return XElement.Parse(xml).Element("Content")!.Value;
    }

    public static string Content(PlatformAnswer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body == "success" ? answer.Body : XElement.Parse(answer.Body).Element("Content")!.Value;
    }
}

internal sealed record PlatformAnswer(HttpStatusCode Status, string Body, string? ContentType);

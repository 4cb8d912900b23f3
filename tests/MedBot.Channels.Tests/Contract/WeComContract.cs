using System.Security;
using System.Text;
using System.Xml.Linq;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.WeChat;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.Contract;

/// <summary>Everything encrypted, also what is not a message.</summary>
public sealed class WeComContract : ChannelContract
{
    private const string CorpId = "ww5823bf96d3bd56c7";

    private static readonly MessageCipher Cipher = new(WeChatClient.Key);

    private protected override (string, string)[] Settings =>
        [("WeCom:Token", WeChatClient.Token), ("WeCom:CorpId", CorpId), ("WeCom:EncodingAesKey", WeChatClient.Key)];

    private protected override string ContentType => "text/xml";

    private protected override Task<IChannelUser> ConnectAsync(ChannelServer server)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString();
        return Task.FromResult<IChannelUser>(new PostingUser(server.Client(), body => Address(now, body), Message, Reply));
    }

    private protected override byte[] Message(string text) => Message(text, "1");

    private static byte[] Message(string text, string key) =>
        Encoding.UTF8.GetBytes($"<xml><Encrypt>{Cipher.Encrypt(WeChatClient.Text(SecurityElement.Escape(text), WeChatContract.IdOf(key)), CorpId)}</Encrypt></xml>");

    private static string Address(string now, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var encrypted = text.StartsWith("<xml><Encrypt>", StringComparison.Ordinal) ? XElement.Parse(text).Value : "";
        return $"/wecom?msg_signature={WeChatClient.Sign(WeChatClient.Token, now, "n", encrypted)}&timestamp={now}&nonce=n";
    }

    private static string Reply(string body)
    {
        Assert.True(Cipher.TryDecrypt(XElement.Parse(body).Element("Encrypt")!.Value, CorpId, out var xml));
        return XElement.Parse(xml).Element("Content")!.Value;
    }
}

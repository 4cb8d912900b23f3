using System.Security;
using System.Text;
using System.Xml.Linq;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.WeChat;

namespace MedBot.Channels.Tests.Contract;

public sealed class WeChatContract : ChannelContract
{
    private static int _nonce;

    private protected override (string, string)[] Settings => [("WeChat:Token", WeChatClient.Token)];

    private protected override string ContentType => "text/xml";

    private protected override Task<IChannelUser> ConnectAsync(ChannelServer server)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString();
        return Task.FromResult<IChannelUser>(new PostingUser(server.Client(), _ => Address(now), Xml, body => XElement.Parse(body).Element("Content")!.Value));
    }

    private protected override byte[] Message(string text) => Xml(text, "1");

    private static string Address(string now)
    {
        var nonce = Interlocked.Increment(ref _nonce).ToString();
        return $"/wechat?signature={WeChatClient.Sign(WeChatClient.Token, now, nonce)}&timestamp={now}&nonce={nonce}";
    }

    private static byte[] Xml(string text, string key) => Encoding.UTF8.GetBytes(WeChatClient.Text(SecurityElement.Escape(text), IdOf(key)));

    /// <summary>The platform's ids are numbers.</summary>
    internal static string IdOf(string key) => long.TryParse(key, out _) ? key : "999";
}

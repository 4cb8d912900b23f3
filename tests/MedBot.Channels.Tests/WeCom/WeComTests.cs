using System.Net;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.WeChat;
using MedBot.Channels.WeChat;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Tests.WeCom;

/// <summary>企业微信: always encrypted, addressed to the company.</summary>
public sealed class WeComTests : IAsyncLifetime
{
    private const string CorpId = "ww5823bf96d3bd56c7";

    private ChannelServer _server = null!;
    private WeChatClient _wecom = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ChannelServer.StartAsync(
            ("WeCom:Token", WeChatClient.Token), ("WeCom:CorpId", CorpId), ("WeCom:EncodingAesKey", WeChatClient.Key), ("WeCom:PreviousEncodingAesKey", WeChatClient.FormerKey));
        _wecom = new WeChatClient(_server, "/wecom");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task TheAddressIsVerifiedByDecryptingWhatIsToBeEchoed()
    {
        var echo = new MessageCipher(WeChatClient.Key).Encrypt("4375120948345356249", CorpId);

        var answer = await _wecom.GetAsync(
            $"?msg_signature={WeChatClient.Sign(WeChatClient.Token, "1409659589", "263014780", echo)}&timestamp=1409659589&nonce=263014780&echostr={Uri.EscapeDataString(echo)}");

        Assert.Equal((HttpStatusCode.OK, "4375120948345356249", "text/plain; charset=utf-8"), (answer.Status, answer.Body, answer.ContentType));
    }

    [Fact]
    public async Task ASignatureThatDoesNotCoverTheEchoVerifiesNothing()
    {
        var echo = new MessageCipher(WeChatClient.Key).Encrypt("1", CorpId);

        var answer = await _wecom.GetAsync(
            $"?msg_signature={WeChatClient.Sign(WeChatClient.Token, "1409659589", "263014780")}&timestamp=1409659589&nonce=263014780&echostr={Uri.EscapeDataString(echo)}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData(WeChatClient.Key)]
    [InlineData(WeChatClient.FormerKey)]
    public async Task AMessageIsAnsweredWithTheKeyThatItCameWith(string key)
    {
        var answer = await SendAsync(Inner("text", "<Content>新生儿怎么参保</Content><MsgId>1</MsgId>"), key);

        Assert.Equal("回答：新生儿怎么参保", WeChatClient.Open(answer, key, CorpId));
    }

    [Fact]
    public async Task AMenuButtonAsksItsQuestion()
    {
        var answer = await SendAsync(Inner("event", "<Event>click</Event><EventKey>住院能报多少</EventKey>"), WeChatClient.Key);

        Assert.Equal("回答：住院能报多少", WeChatClient.Open(answer, receiver: CorpId));
    }

    [Fact]
    public async Task OpeningTheApplicationIsNotGreetedEachTime()
    {
        var answer = await SendAsync(Inner("event", "<Event>enter_agent</Event><EventKey></EventKey>"), WeChatClient.Key);

        Assert.Equal("success", answer.Body);
    }

    [Fact]
    public async Task AMessageForAnotherCompanyIsRefused()
    {
        var answer = await _wecom.EncryptedAsync(Inner("text", "<Content>问</Content><MsgId>1</MsgId>"), receiver: "ww0000000000000000");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Empty(_server.Dialog.Asked);
    }

    [Fact]
    public async Task APlainMessageIsRefused()
    {
        var answer = await _wecom.PlainAsync(WeChatClient.Text("问"));

        Assert.InRange((int)answer.Status, 400, 499);
        Assert.Empty(_server.Dialog.Asked);
    }

    [Fact]
    public async Task AMessageToOneAccountIsNoneOfTheOthers()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await new WeChatClient(_server).PlainAsync(WeChatClient.Text("问"))).Status);
    }

    [Theory]
    [InlineData("WeCom:CorpId", "", "WeCom:CorpId is missing")]
    [InlineData("WeCom:EncodingAesKey", "", "WeCom:EncodingAesKey")]
    public async Task AWrongConfigurationStopsTheStartAndNamesTheSetting(string name, string value, string expected)
    {
        var settings = new Dictionary<string, string> { ["WeCom:Token"] = "t", ["WeCom:CorpId"] = CorpId, ["WeCom:EncodingAesKey"] = WeChatClient.Key, [name] = value };

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => ChannelServer.StartAsync([.. settings.Select(setting => (setting.Key, setting.Value))]));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    private Task<PlatformAnswer> SendAsync(string inner, string key) => _wecom.EncryptedAsync(inner, key, CorpId, "<AgentID>1000002</AgentID>");

    private static string Inner(string type, string fields) =>
        $"<xml><ToUserName><![CDATA[{CorpId}]]></ToUserName><FromUserName><![CDATA[clerk]]></FromUserName><CreateTime>1761969600</CreateTime><MsgType><![CDATA[{type}]]></MsgType>{fields}<AgentID>1000002</AgentID></xml>";
}

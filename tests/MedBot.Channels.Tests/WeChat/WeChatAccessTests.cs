using System.Net;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.WeChat;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>Who may call the callback address, in plain, compatible and safe mode.</summary>
public sealed class WeChatAccessTests
{
    private static readonly (string, string)[] Keys = [("WeChat:EncodingAesKey", WeChatClient.Key), ("WeChat:PreviousEncodingAesKey", WeChatClient.FormerKey)];

    [Fact]
    public async Task WithoutATokenTheChannelIsOff()
    {
        await using var server = await ChannelServer.StartAsync();
        var client = new WeChatClient(server);

        Assert.Equal(HttpStatusCode.NotFound, (await client.PlainAsync(WeChatClient.Text("问"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("?signature=a&timestamp=1&nonce=1&echostr=1")).Status);
    }

    [Fact]
    public async Task TheAddressIsVerifiedByThePublishedExample()
    {
        await using var server = await WeChatClient.StartServerAsync();

        var answer = await new WeChatClient(server).GetAsync("?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&echostr=4375120948345356249&timestamp=1714036504&nonce=1514711492");

        Assert.Equal((HttpStatusCode.OK, "4375120948345356249", "text/plain; charset=utf-8"), (answer.Status, answer.Body, answer.ContentType));
    }

    [Theory]
    [InlineData("?signature=f464b24fc39322e44b38aa78f5edd27bd1441697&echostr=1&timestamp=1714036504&nonce=1514711492", HttpStatusCode.Forbidden)]
    [InlineData("?signature=&echostr=1&timestamp=1714036504&nonce=1514711492", HttpStatusCode.BadRequest)]
    [InlineData("?echostr=1&timestamp=1714036504&nonce=1514711492", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task AnAddressIsNotVerifiedForAStranger(string query, HttpStatusCode expected)
    {
        await using var server = await WeChatClient.StartServerAsync();

        Assert.Equal(expected, (await new WeChatClient(server).GetAsync(query)).Status);
    }

    [Fact]
    public async Task AnEncryptedMessageIsAnsweredEncrypted()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);

        var answer = await new WeChatClient(server).EncryptedAsync(WeChatClient.Text("新生儿怎么参保"));

        Assert.Equal("回答：新生儿怎么参保", WeChatClient.Open(answer));
        Assert.DoesNotContain("新生儿", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InCompatibleModeOnlyTheEncryptedPartCounts()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);

        var answer = await new WeChatClient(server).EncryptedAsync(
            WeChatClient.Text("里面"), outside: "<FromUserName>o-else</FromUserName><MsgType>text</MsgType><Content>外面</Content><MsgId>9</MsgId>");

        Assert.Equal("回答：里面", WeChatClient.Open(answer));
        Assert.Equal(["里面"], server.Dialog.Asked);
    }

    [Fact]
    public async Task AfterAChangeOfKeysTheFormerOneStillWorksAndSealsItsOwnAnswers()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);

        var answer = await new WeChatClient(server).EncryptedAsync(WeChatClient.Text("问"), WeChatClient.FormerKey);

        Assert.Equal("回答：问", WeChatClient.Open(answer, WeChatClient.FormerKey));
    }

    [Fact]
    public async Task TheSignatureOfAnEncryptedMessageIsTheOneOverItsBody()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);
        var client = new WeChatClient(server);
        var encrypted = new MessageCipher(WeChatClient.Key).Encrypt(WeChatClient.Text("问"), WeChatClient.AppId);

        var answer = await client.SealedAsync(encrypted, WeChatClient.Sign(WeChatClient.Token, client.Now, "n"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("BadSignature", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageForAnotherAccountIsRefused()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);

        var answer = await new WeChatClient(server).EncryptedAsync(WeChatClient.Text("问"), receiver: "wx0000000000000000");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Empty(server.Dialog.Asked);
    }

    [Fact]
    public async Task WithAKeyAPlainMessageIsRefused()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);
        var client = new WeChatClient(server);

        Assert.InRange((int)(await client.PlainAsync(WeChatClient.Text("问"))).Status, 400, 499);
        Assert.Equal("回答：问", WeChatClient.Open(await client.EncryptedAsync(WeChatClient.Text("问"))));
        Assert.Equal(["问"], server.Dialog.Asked);
    }

    [Fact]
    public async Task WhileTheConsoleIsChangedPlainMessagesMayBeTakenBesideEncryptedOnes()
    {
        await using var server = await WeChatClient.StartServerAsync([.. Keys, ("WeChat:RequireEncryption", "false")]);
        var client = new WeChatClient(server);

        Assert.Equal("回答：问", WeChatClient.Content(await client.PlainAsync(WeChatClient.Text("问", "1"))));
        Assert.Equal("回答：再问", WeChatClient.Open(await client.EncryptedAsync(WeChatClient.Text("再问", "2"))));
    }

    [Fact]
    public async Task WithAKeyTheAddressIsStillVerifiedByItsPlainEcho()
    {
        await using var server = await WeChatClient.StartServerAsync(Keys);

        var answer = await new WeChatClient(server).GetAsync("?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&echostr=4375120948345356249&timestamp=1714036504&nonce=1514711492");

        Assert.Equal((HttpStatusCode.OK, "4375120948345356249"), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(-301, HttpStatusCode.Forbidden)]
    [InlineData(-300, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Forbidden)]
    public async Task ARequestIsGoodForFiveMinutes(int secondsFromNow, HttpStatusCode expected)
    {
        await using var server = await WeChatClient.StartServerAsync();
        var timestamp = server.Clock.GetUtcNow().AddSeconds(secondsFromNow).ToUnixTimeSeconds().ToString();

        var answer = await new WeChatClient(server).PostAsync(
            $"?signature={WeChatClient.Sign(WeChatClient.Token, timestamp, "n")}&timestamp={timestamp}&nonce=n", WeChatClient.Text("问"));

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task AnOverheardAddressIsGoodForNoOtherMessage()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var client = new WeChatClient(server);
        var query = $"?signature={WeChatClient.Sign(WeChatClient.Token, client.Now, "n")}&timestamp={client.Now}&nonce=n";

        Assert.Equal("回答：问", WeChatClient.Content(await client.PostAsync(query, WeChatClient.Text("问", "1"))));
        Assert.Equal("回答：问", WeChatClient.Content(await client.PostAsync(query, WeChatClient.Text("问", "1"))));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(query, WeChatClient.Text("删除我的对话", "2"))).Status);
        Assert.Equal(["问"], server.Dialog.Asked);
    }

    [Theory]
    [InlineData("WeChat:EncodingAesKey", "tooshort", "WeChat:EncodingAesKey")]
    [InlineData("WeChat:PreviousEncodingAesKey", WeChatClient.FormerKey, "WeChat:EncodingAesKey is missing")]
    [InlineData("WeChat:RequireEncryption", "true", "WeChat:RequireEncryption needs")]
    [InlineData("WeChat:CustomerService", "true", "WeChat:CustomerService needs WeChat:AppSecret")]
    public async Task AWrongConfigurationStopsTheStartAndNamesTheSetting(string name, string value, string expected)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => WeChatClient.StartServerAsync((name, value)));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }
}

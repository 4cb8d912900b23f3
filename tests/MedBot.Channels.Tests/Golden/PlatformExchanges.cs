using System.Text.RegularExpressions;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.WeChat;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.Golden;

/// <summary>
/// WeChat in compatible and safe mode and 企业微信 on the wire: wechat-compatible.txt, wechat-safe.txt, wecom.txt. What is
/// encrypted stands there as it reads, between {sealed: and }.
/// </summary>
public sealed partial class PlatformExchanges
{
    private const string CorpId = "ww5823bf96d3bd56c7";

    [Theory]
    [InlineData("wechat-compatible")]
    [InlineData("wechat-safe")]
    [InlineData("wecom")]
    public async Task WhatThePlatformSendsIsAnsweredAsOnFile(string mode)
    {
        var receiver = mode == "wecom" ? CorpId : WeChatClient.AppId;
        await using var server = await ChannelServer.StartAsync(
            ("WeChat:Token", WeChatClient.Token), ("WeChat:AppId", WeChatClient.AppId), ("WeChat:EncodingAesKey", WeChatClient.Key),
            ("WeCom:Token", WeChatClient.Token), ("WeCom:CorpId", CorpId), ("WeCom:EncodingAesKey", WeChatClient.Key));
        var cipher = new MessageCipher(WeChatClient.Key);
        foreach (var exchange in Exchange.Read(mode))
        {
            var encrypted = cipher.Encrypt(Sealed.Match(exchange.Body).Groups[1].Value, receiver);
            var platform = new WeChatClient(server, exchange.Address);
            var signature = WeChatClient.Sign(WeChatClient.Token, platform.Now, "n", encrypted);
            var answer = await platform.PostAsync(
                $"?signature={WeChatClient.Sign(WeChatClient.Token, platform.Now, "n")}&timestamp={platform.Now}&nonce=n&encrypt_type=aes&msg_signature={signature}",
                Sealed.Replace(exchange.Body, encrypted));

            Assert.Equal(exchange.Expected, $"< {(int)answer.Status} {answer.ContentType}\n{Opened(answer.Body, cipher, receiver)}");
        }
    }

    private static string Opened(string body, MessageCipher cipher, string receiver)
    {
        if (Envelope.Match(body) is not { Success: true } parts)
            return body;
        var (encrypted, signature, timestamp, nonce) = (parts.Groups["encrypt"].Value, parts.Groups["signature"].Value, parts.Groups["time"].Value, parts.Groups["nonce"].Value);
        Assert.Equal(WeChatClient.Sign(WeChatClient.Token, timestamp, nonce, encrypted), signature);
        Assert.True(cipher.TryDecrypt(encrypted, receiver, out var xml));
        return body
            .Replace(encrypted, $"{{sealed:{xml}}}", StringComparison.Ordinal)
            .Replace(signature, "{signature}", StringComparison.Ordinal)
            .Replace($"<Nonce><![CDATA[{nonce}]]>", "<Nonce><![CDATA[{nonce}]]>", StringComparison.Ordinal);
    }

    [GeneratedRegex("\\{sealed:(.*?)\\}", RegexOptions.Singleline)]
    private static partial Regex Sealed { get; }

    [GeneratedRegex(@"<Encrypt><!\[CDATA\[(?<encrypt>[^\]]+)\]\]></Encrypt><MsgSignature><!\[CDATA\[(?<signature>[0-9a-f]+)\]\]></MsgSignature><TimeStamp>(?<time>[0-9]+)</TimeStamp><Nonce><!\[CDATA\[(?<nonce>[0-9]+)\]\]></Nonce>")]
    private static partial Regex Envelope { get; }
}

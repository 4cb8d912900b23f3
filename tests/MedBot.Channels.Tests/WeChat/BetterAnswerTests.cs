using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.WeChat;
using MedBot.Policy.Answers;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>A dialog that answers at once and better later, as with a language model.</summary>
public sealed class BetterAnswerTests
{
    private const string Conversation = "wechat:gh_account:o-resident";

    private const string KeptLater = "回答：问\n\n（还在整理更完整的说明，过几秒回复“继续”查看）", SentLater = "回答：问\n\n（还在整理更完整的说明，马上发给您；没收到就回复“继续”）";

    private static readonly (string, string)[] Verified = [("WeChat:AppSecret", "s3cret"), ("WeChat:CustomerService", "true")];

    [Fact]
    public async Task ABetterAnswerInTimeIsTheReply()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var better = ToCome(server);
        var asked = new WeChatClient(server).SayAsync("问", "1");
        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答"));

        Assert.Equal("更好的回答", await asked);
    }

    [Fact]
    public async Task TheFirstAnswerGoesOutInTimeAndTheBetterOneOnRequest()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var wechat = new WeChatClient(server);
        var better = ToCome(server);

        Assert.Equal(KeptLater, await InTimeAsync(server, wechat.SayAsync("问", "1")));
        Assert.Equal(PlatformInbox.NotYet, await wechat.SayAsync("继续", "2"));
        Assert.Equal(PlatformInbox.NotYet, await wechat.SayAsync("继续", "3"));
        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答。") { FollowUps = [new FollowUp("再问")] });
        await server.HasActivitiesAsync(Conversation, 7);

        Assert.Equal("接着说“问”。更好的回答。\n\n回复 1 再问", await wechat.SayAsync("继续", "4"));
        Assert.Equal("回答：再问", await wechat.SayAsync("1", "5"));
        Assert.Equal(KeptLater, await wechat.SayAsync("问", "1"));
        Assert.Equal(["问", "再问"], server.Dialog.Asked);
    }

    [Fact]
    public async Task ANumberChoosesFromWhatWasSeenNotFromWhatWaits()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var wechat = new WeChatClient(server);
        server.Dialog.Script["问"] = [new Answer(AnswerKind.AskBack, "哪一级？") { FollowUps = [new FollowUp("一级")] }];
        var better = ToCome(server);
        await InTimeAsync(server, wechat.SayAsync("问", "1"));
        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答。") { FollowUps = [new FollowUp("再问")] });
        await server.HasActivitiesAsync(Conversation, 3);

        Assert.Equal("回答：一级", await wechat.SayAsync("1", "2"));
    }

    [Fact]
    public async Task APromiseThatWasNotKeptIsForgotten()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var wechat = new WeChatClient(server);
        ToCome(server);
        await InTimeAsync(server, wechat.SayAsync("问", "1"));
        server.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("回答：继续", await wechat.SayAsync("继续", "2"));
    }

    [Fact]
    public async Task ABetterAnswerThatFailsLeavesTheFirst()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var better = ToCome(server);
        better.SetException(new InvalidOperationException("quoting 问"));

        Assert.Equal("回答：问", await new WeChatClient(server).SayAsync("问", "1"));
        Assert.Contains(server.Log.All, line => line.Contains("A better answer failed with InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.All, line => line.Contains("quoting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingFollowsAConversationThatWasDeleted()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var wechat = new WeChatClient(server);
        var better = ToCome(server);
        await InTimeAsync(server, wechat.SayAsync("问", "1"));
        await wechat.SayAsync("删除我的对话", "2");
        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答"));

        Assert.Equal("回答：甲", await wechat.SayAsync("甲", "3"));
        Assert.Equal("回答：继续", await wechat.SayAsync("继续", "4"));
    }

    [Fact]
    public async Task AVerifiedAccountSendsTheBetterAnswerByItself()
    {
        using var platform = new RecordedPlatform();
        await using var server = await StartVerifiedAsync(platform);
        var wechat = new WeChatClient(server);
        var better = ToCome(server);

        Assert.Equal(SentLater, await InTimeAsync(server, wechat.SayAsync("问", "1")));
        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答。") { FollowUps = [new FollowUp("再问")] });

        var sent = await platform.NextAsync();
        Assert.Equal("/cgi-bin/message/custom/send?access_token=token-1", sent.Address);
        Assert.Equal("""{"touser":"o-resident","msgtype":"text","text":{"content":"更好的回答。\n\n回复 1 再问"}}""", sent.Body.GetRawText());
        Assert.Equal(["""{"grant_type":"client_credential","appid":"wx5823bf96d3bd56c7","secret":"s3cret"}"""], platform.TokenRequests);
        Assert.Equal("回答：再问", await wechat.SayAsync("1", "2"));
        Assert.DoesNotContain(server.Log.All, line => line.Contains("token-1", StringComparison.Ordinal) || line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAccessTokenIsUsedUntilItRunsOutOrIsRefused()
    {
        using var platform = new RecordedPlatform();
        await using var server = await StartVerifiedAsync(platform);
        var calls = server.Server.Services.GetRequiredService<MedBot.Channels.WeChat.Platform.WeChatPlatform>();

        await calls.PostAsync("a", "{}", CancellationToken.None);
        await calls.PostAsync("b", "{}", CancellationToken.None);
        platform.AnswerNext("""{"errcode":42001,"errmsg":"access_token expired"}""");
        await calls.PostAsync("c", "{}", CancellationToken.None);
        server.Clock.Advance(TimeSpan.FromSeconds(7200 - 300));
        await calls.PostAsync("d", "{}", CancellationToken.None);

        var addresses = new List<string>();
        for (var call = 0; call < 5; call++)
            addresses.Add((await platform.NextAsync()).Address);
        Assert.Equal(
            ["/cgi-bin/a?access_token=token-1", "/cgi-bin/b?access_token=token-1", "/cgi-bin/c?access_token=token-1", "/cgi-bin/c?access_token=token-2", "/cgi-bin/d?access_token=token-3"],
            addresses);
    }

    [Fact]
    public async Task WhatThePlatformWillNotSendCanStillBeAskedFor()
    {
        using var platform = new RecordedPlatform();
        await using var server = await StartVerifiedAsync(platform);
        var wechat = new WeChatClient(server);
        var better = ToCome(server);
        platform.AnswerNext("""{"errcode":48001,"errmsg":"api unauthorized"}""");
        await InTimeAsync(server, wechat.SayAsync("问", "1"));
        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答。"));
        await platform.NextAsync();

        Assert.Equal("更好的回答。", await wechat.SayAsync("继续", "2"));
        while ((await server.Store.ReadDeadAsync(1, TestContext.Current.CancellationToken)).IsEmpty)
            await Task.Yield();
        Assert.Equal("errcode 48001", (await server.Store.ReadDeadAsync(1, CancellationToken.None))[0].Reason);
    }

    private static Task<ChannelServer> StartVerifiedAsync(RecordedPlatform platform) =>
        ChannelServer.StartAsync(platform.Register, [("WeChat:Token", WeChatClient.Token), ("WeChat:AppId", WeChatClient.AppId), .. Verified]);

    private static TaskCompletionSource<Answer?> ToCome(ChannelServer server) => server.Dialog.Better["问"] = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);

    // The first answer is held back until half a second before the deadline.
    private static async Task<string> InTimeAsync(ChannelServer server, Task<string> asked)
    {
        while (!server.Dialog.Asked.Contains("问"))
            await Task.Yield();
        // A turn that sets its timer only after the clock moved is met by the next move.
        do
            server.Clock.Advance(TimeSpan.FromSeconds(4));
        while (await Task.WhenAny(asked, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken)) != asked);
        return await asked;
    }
}

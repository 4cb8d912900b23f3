using System.Net;
using System.Text;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.WeChat;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>Retries, buttons, pages and slow answers.</summary>
public sealed class WeChatTurnTests : IAsyncLifetime
{
    private ChannelServer _server = null!;
    private WeChatClient _wechat = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await WeChatClient.StartServerAsync();
        _wechat = new WeChatClient(_server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ARetryGetsTheSameReplyAndAsksNothing()
    {
        Assert.Equal("回答：问", await _wechat.SayAsync("问", "77"));
        Assert.Equal("回答：问", await _wechat.SayAsync("问", "77"));
        Assert.Equal("回答：问", await _wechat.SayAsync("问", "77"));

        Assert.Equal(["问"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task ARetryThatComesWhileTheFirstStillRunsJoinsIt()
    {
        var hold = _server.Dialog.Hold = new HeldTurns();
        var first = _wechat.SayAsync("问", "77");
        await hold.Started;
        var second = _wechat.SayAsync("问", "77");
        hold.Release();

        Assert.Equal("回答：问", await first);
        Assert.Equal("回答：问", await second);
        Assert.Equal(["问"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task AnEventIsKnownAgainBySenderAndSecond()
    {
        Assert.Equal("回答：缴费", WeChatClient.Content(await _wechat.PlainAsync(WeChatClient.Event("CLICK", "缴费", "1761969600"))));
        Assert.Equal("回答：缴费", WeChatClient.Content(await _wechat.PlainAsync(WeChatClient.Event("CLICK", "缴费", "1761969600"))));
        Assert.Equal("回答：缴费", WeChatClient.Content(await _wechat.PlainAsync(WeChatClient.Event("CLICK", "缴费", "1761969601"))));

        Assert.Equal(["缴费", "缴费"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task TwoResidentsWithTheSameMessageIdAreTwo()
    {
        Assert.Equal("回答：甲", await _wechat.SayAsync("甲", "1", "o-one"));
        Assert.Equal("回答：乙", await _wechat.SayAsync("乙", "1", "o-two"));
    }

    [Fact]
    public async Task SeveralAnswersOfATurnAreOneReply()
    {
        _server.Dialog.Script["两问"] = [new Answer(AnswerKind.Answer, "一。"), new Answer(AnswerKind.Answer, "二。")];

        Assert.Equal("一。\n\n二。", await _wechat.SayAsync("两问", "1"));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("２")]
    [InlineData("回复 2")]
    [InlineData("选2。")]
    public async Task ANumberChoosesAButton(string typed)
    {
        _server.Dialog.Script["报销"] = [new Answer(AnswerKind.AskBack, "哪一级医院？") { FollowUps = [new FollowUp("一级"), new FollowUp("二级", "二级医院")] }];

        Assert.Equal("哪一级医院？\n\n回复 1 一级\n回复 2 二级", await _wechat.SayAsync("报销", "1"));
        Assert.Equal("回答：二级医院", await _wechat.SayAsync(typed, "2"));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("12")]
    [InlineData("2个人")]
    [InlineData("更多")]
    [InlineData("继续")]
    public async Task WhatTheLastReplyDidNotOfferMeansWhatItSays(string typed)
    {
        _server.Dialog.Script["报销"] = [new Answer(AnswerKind.AskBack, "哪一级医院？") { FollowUps = [new FollowUp("一级"), new FollowUp("二级")] }];
        await _wechat.SayAsync("报销", "1");

        Assert.Equal($"回答：{typed}", await _wechat.SayAsync(typed, "2"));
    }

    [Fact]
    public async Task ALongAnswerComesInPagesWithTheButtonsOnTheFirstAndTheLast()
    {
        var sentences = Enumerable.Range(1, 60).Select(number => $"第{number}条：{new string('说', 25)}。").ToArray();
        _server.Dialog.Script["全部"] = [new Answer(AnswerKind.Answer, string.Concat(sentences)) { FollowUps = [new FollowUp("再问")] }];

        var pages = new List<string> { await _wechat.SayAsync("全部", "1") };
        while (pages[^1].EndsWith("（回复“更多”看后面的内容）", StringComparison.Ordinal))
            pages.Add(await _wechat.SayAsync("更多", $"{pages.Count + 1}"));

        Assert.Equal(4, pages.Count);
        Assert.InRange(pages[0].Split("\n\n")[0].Length, 200, 300);
        Assert.Contains("\n\n回复 1 再问", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, 2048));
        Assert.EndsWith("。\n\n回复 1 再问", pages[^1], StringComparison.Ordinal);
        var whole = string.Concat(pages.Select(page => page.Split("\n\n")[0]));
        Assert.Equal(string.Concat(sentences), whole);
        Assert.Equal(["全部"], _server.Dialog.Asked);
        Assert.Equal("回答：再问", await _wechat.SayAsync("1", "9"));
    }

    [Fact]
    public async Task ARetryOfMoreGetsTheSamePage()
    {
        _server.Dialog.Script["全部"] = [new Answer(AnswerKind.Answer, string.Concat(Enumerable.Range(1, 60).Select(number => $"第{number}条：{new string('说', 25)}。")))];
        await _wechat.SayAsync("全部", "1");

        var second = await _wechat.SayAsync("更多", "2");
        var again = await _wechat.SayAsync("更多", "2");
        var third = await _wechat.SayAsync("更多", "3");

        Assert.Equal(second, again);
        Assert.NotEqual(second, third);
    }

    [Fact]
    public async Task ASlowAnswerIsAnnouncedInTimeAndComesWhenAskedFor()
    {
        var hold = _server.Dialog.Hold = new HeldTurns();
        var asked = _wechat.SayAsync("问", "1");
        await hold.Started;
        _server.Clock.Advance(TimeSpan.FromSeconds(4.5));

        Assert.Equal("还在查，请过几秒回复“继续”看答案。", await asked);

        hold.Release();
        Assert.Equal("回答：问", await _wechat.SayAsync("继续", "2"));
        Assert.Equal(["问"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task JustBeforeTheDeadlineTheAnswerItselfGoesOut()
    {
        var hold = _server.Dialog.Hold = new HeldTurns();
        var asked = _wechat.SayAsync("问", "1");
        await hold.Started;
        _server.Clock.Advance(TimeSpan.FromSeconds(4.499));
        hold.Release();

        Assert.Equal("回答：问", await asked);
    }

    [Fact]
    public async Task PersonalNumbersReachNeitherTheDialogNorTheLog()
    {
        await _wechat.SayAsync("我的身份证11010119900307123X能查吗", "1");

        Assert.Equal(["我的身份证［号码已隐去］能查吗"], _server.Dialog.Asked);
        Assert.DoesNotContain(_server.Log.All, line => line.Contains("110101", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AConversationIsDeletedOnWish()
    {
        await _wechat.SayAsync("问", "1");

        Assert.StartsWith("已经删除", await _wechat.SayAsync("删除我的对话", "2"), StringComparison.Ordinal);
        Assert.Equal("回答：更多", await _wechat.SayAsync("更多", "3"));
    }

    [Theory]
    [InlineData("<xml>", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{\"a\":1}", HttpStatusCode.BadRequest)]
    [InlineData("<html></html>", HttpStatusCode.BadRequest)]
    [InlineData("<xml/>", HttpStatusCode.BadRequest)]
    [InlineData("<xml><FromUserName>a</FromUserName></xml>", HttpStatusCode.BadRequest)]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>", HttpStatusCode.BadRequest)]
    [InlineData("<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>x</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId></xml>", HttpStatusCode.BadRequest)]
    [InlineData("<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><FromUserName>c</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>问</Content><MsgId>1</MsgId></xml>", HttpStatusCode.BadRequest)]
    [InlineData("<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>问</Content></xml>", HttpStatusCode.BadRequest)]
    [InlineData("<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>1</CreateTime><MsgType>hologram</MsgType><MsgId>1</MsgId></xml>", HttpStatusCode.OK)]
    public async Task WhatIsNotAMessageIsRefusedAndNothingRuns(string body, HttpStatusCode expected)
    {
        Assert.Equal(expected, (await _wechat.PlainAsync(body)).Status);
        Assert.Empty(_server.Dialog.Asked);
    }

    [Theory]
    [InlineData("河北省廊坊市广阳区新华路1号", "河北省廊坊市广阳区")]
    [InlineData("北京市朝阳区某某街道", "北京市朝阳区")]
    [InlineData("中国内蒙古自治区锡林郭勒盟正蓝旗", "内蒙古自治区锡林郭勒盟正蓝旗")]
    [InlineData("新华路阳光小区", null)]
    [InlineData("", null)]
    public void OfAnAddressOnlyTheCountyIsKept(string address, string? expected) => Assert.Equal(expected, WeChatPlace.Of(address));
}

using MedBot.Channels.Tests.Hosting;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>The platform's retries and the resident's next words may come to any replica.</summary>
public sealed class WeChatReplicaTests : IAsyncLifetime
{
    private ChannelServer _first = null!, _second = null!;
    private WeChatClient _toFirst = null!, _toSecond = null!;

    public async ValueTask InitializeAsync()
    {
        _first = await WeChatClient.StartServerAsync();
        _second = await _first.StartReplicaAsync();
        (_toFirst, _toSecond) = (new WeChatClient(_first), new WeChatClient(_second));
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task ARetryAtAnotherReplicaGetsTheReplyFromTheStore()
    {
        Assert.Equal("回答：问", await _toFirst.SayAsync("问", "77"));
        Assert.Equal("回答：问", await _toSecond.SayAsync("问", "77"));

        Assert.Empty(_second.Dialog.Asked);
    }

    [Fact]
    public async Task ARetryThatOvertakesItsFirstIsKeptOnce()
    {
        _first.Dialog.Script["问"] = [new Answer(AnswerKind.Answer, "慢的")];
        _second.Dialog.Script["问"] = [new Answer(AnswerKind.Answer, "快的")];
        var hold = _first.Dialog.Hold = new HeldTurns();
        var slow = _toFirst.SayAsync("问", "77");
        await hold.Started;

        var fast = await _toSecond.SayAsync("问", "77");
        hold.Release();

        Assert.Equal("快的", fast);
        Assert.Equal("快的", await slow);
        Assert.Equal(2, (await _first.Store.ReadAsync("wechat:gh_account:o-resident", 0, 10, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task TheNextPageAndAChoiceAreKnownAtAnotherReplica()
    {
        var sentences = string.Concat(Enumerable.Range(1, 30).Select(number => $"第{number}条：{new string('说', 25)}。"));
        _first.Dialog.Script["全部"] = [new Answer(AnswerKind.Answer, sentences) { FollowUps = [new FollowUp("再问")] }];
        await _toFirst.SayAsync("全部", "1");

        var second = await _toSecond.SayAsync("更多", "2");

        Assert.EndsWith($"第30条：{new string('说', 25)}。\n\n回复 1 再问", second, StringComparison.Ordinal);
        Assert.Equal("回答：再问", await _toFirst.SayAsync("1", "3"));
    }
}

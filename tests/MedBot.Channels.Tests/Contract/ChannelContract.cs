using System.Net;
using System.Text;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.Contract;

/// <summary>What holds on every channel. A new channel adds a fixture with its settings and its client, and inherits every test.</summary>
public abstract class ChannelContract : IAsyncLifetime
{
    private const string Secret = "不该被记下来的话";

    private ChannelServer _server = null!;
    private IChannelUser _user = null!;

    private protected abstract (string Name, string Value)[] Settings { get; }

    /// <summary>What the channel's messages are said to be.</summary>
    private protected abstract string ContentType { get; }

    private protected abstract Task<IChannelUser> ConnectAsync(ChannelServer server);

    /// <summary>A message of the channel as bytes, with a text in it.</summary>
    private protected abstract byte[] Message(string text);

    public async ValueTask InitializeAsync()
    {
        _server = await ChannelServer.StartAsync(Settings);
        _user = await ConnectAsync(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AQuestionIsAnswered()
    {
        Assert.Equal("回答：住院报多少", await _user.SayAsync("住院报多少", "1"));
    }

    [Fact]
    public async Task ARetryIsAnsweredAlikeAndAsksNothing()
    {
        var first = await _user.SayAsync("住院报多少", "1");
        var again = await _user.SayAsync("住院报多少", "1");

        Assert.Equal(first, again);
        Assert.Equal(["住院报多少"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task RetriesAtTheSameTimeAskOnce()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _user.SayAsync("住院报多少", "1")));

        Assert.All(replies, reply => Assert.Equal("回答：住院报多少", reply));
        Assert.Equal(["住院报多少"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task OneTurnOfAConversationRunsAtATime()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _user.SayAsync($"问题{number}", $"{number}")));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"回答：问题{number}"), replies);
        Assert.Equal(1, _server.Dialog.MostAtOnce);
    }

    [Fact]
    public async Task PersonalNumbersReachNeitherTheDialogNorTheLog()
    {
        await _user.SayAsync("身份证11010119900307123X，电话13800138000", "1");

        Assert.Equal(["身份证［号码已隐去］，电话［号码已隐去］"], _server.Dialog.Asked);
        Assert.DoesNotContain(_server.Log.All, line => line.Contains("110101199", StringComparison.Ordinal) || line.Contains("13800138", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData(ScriptedDialog.Trap)]
    public async Task WhatIsSaidIsLoggedAtNoLevel(string text)
    {
        await _user.SayAsync(text, "1");
        await _user.SayAsync(text, "1");

        Assert.Single(_server.Dialog.Asked);
        Assert.DoesNotContain(_server.Log.All, line => line.Contains(text, StringComparison.Ordinal) || line.Contains("回答：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAnswerLeavesOneAuditLineThatNamesNobody()
    {
        await _user.SayAsync("住院报多少", "1");
        await _user.SayAsync("住院报多少", "1");

        var line = Assert.Single(_server.Log.All, line => line.StartsWith("Information Answered in ", StringComparison.Ordinal));
        Assert.Matches(@"\AInformation Answered in [0-9a-f]{16} on [a-z]+: intent other, answer, records none, knowledge none, [0-9.]+ ms \z", line);
    }

    [Fact]
    public async Task AfterAFailureTheResidentIsToldAndTheConversationGoesOn()
    {
        Assert.StartsWith("抱歉", await _user.SayAsync(ScriptedDialog.Trap, "1"), StringComparison.Ordinal);
        Assert.Equal("回答：再问", await _user.SayAsync("再问", "2"));
    }

    [Fact]
    public async Task AResidentCanHaveTheConversationDeleted()
    {
        await _user.SayAsync("住院报多少", "1");

        Assert.StartsWith("已经删除", await _user.SayAsync("删除我的对话", "2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"text\":{\"a\":1},\"from\":[]}")]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"channelData\":{\"clientActivityID\":\"\\ud800\"}}")]
    [InlineData("<xml><Content>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"e\">]><xml>&e;</xml>")]
    [InlineData("\u0000\u0001")]
    public async Task WhatIsNotAMessageIsRefused(string body)
    {
        Assert.InRange((int)await _user.SendAsync(Encoding.UTF8.GetBytes(body), ContentType), 400, 499);
        await NothingHappenedAsync();
    }

    [Fact]
    public async Task BytesThatAreNoTextAreRefused()
    {
        Assert.InRange((int)await _user.SendAsync([0xFF, 0xFE, 0xC3, 0x28, 0x80], ContentType), 400, 499);
        await NothingHappenedAsync();
    }

    [Fact]
    public async Task AnotherContentTypeIsRefused()
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await _user.SendAsync(Message(Secret), "text/html"));
        await NothingHappenedAsync();
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public async Task ATextThatNobodyTypesIsTooLarge(int characters)
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await _user.SendAsync(Message(Secret.PadRight(characters, 'x')), ContentType));
        await NothingHappenedAsync();
    }

    private async Task NothingHappenedAsync()
    {
        Assert.Empty(_server.Dialog.Asked);
        Assert.DoesNotContain(_server.Log.All, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.Equal("回答：还在吗", await _user.SayAsync("还在吗", "after"));
    }
}

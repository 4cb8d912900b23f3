using MedBot.Channels.Tests.Hosting;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>An answer on the WebSocket while it is being written, by the convention of Web Chat's docs/LIVESTREAMING.md.</summary>
public sealed class LivestreamTests : IAsyncLifetime
{
    private ChannelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ChannelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task TheTextGrowsAndItsMessageTakesItsPlace()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenStream.OpenAsync(_server, await client.ReconnectAsync(conversation));
        var (asked, show, better) = await AskAsync(client, conversation);

        show(Partial("第一句。"));
        var first = await socket.TransientAsync();
        show(Partial("第一句。第二句。"));
        var second = await socket.TransientAsync();
        better.SetResult(new Answer(AnswerKind.Answer, "第一句。第二句。第三句。"));
        await asked;
        var set = await socket.SetAsync();

        var id = first.GetProperty("id").GetString();
        Assert.Equal("typing", first.GetProperty("type").GetString());
        Assert.Equal("第一句。", first.GetProperty("text").GetString());
        Assert.Equal("markdown", first.GetProperty("textFormat").GetString());
        Assert.Equal($$"""{"streamType":"streaming","streamSequence":1,"streamId":"{{id}}"}""", first.GetProperty("channelData").GetRawText());
        Assert.Equal("medbot", first.GetProperty("from").GetProperty("id").GetString());
        Assert.False(first.TryGetProperty("replyToId", out _));
        Assert.Equal("第一句。第二句。", second.GetProperty("text").GetString());
        Assert.Equal($$"""{"streamType":"streaming","streamSequence":2,"streamId":"{{id}}"}""", second.GetProperty("channelData").GetRawText());
        Assert.NotEqual(id, second.GetProperty("id").GetString());
        Assert.Equal(["问", "第一句。第二句。第三句。"], set.Texts);
        Assert.Equal("3", set.Text("watermark"));
        Assert.Equal($$"""{"streamType":"final","streamId":"{{id}}"}""", set.Activities[1].GetProperty("channelData").GetRawText());
        Assert.True(string.CompareOrdinal(second.GetProperty("timestamp").GetString(), set.Activities[1].GetProperty("timestamp").GetString()) < 0);
    }

    [Fact]
    public async Task WhatIsShownBeforeTheEndIsNeitherKeptNorPolled()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        var (asked, show, better) = await AskAsync(client, conversation);
        show(Partial("第一句。"));

        Assert.Equal(["您好"], (await client.ReadAsync(conversation)).Texts);
        better.SetResult(new Answer(AnswerKind.Answer, "第一句。第二句。"));
        await asked;
        Assert.Equal(["您好", "问", "第一句。第二句。"], (await client.ReadAsync(conversation)).Texts);
    }

    [Fact]
    public async Task ABetterAnswerThatFailsHalfWayIsReplacedByTheFirst()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenStream.OpenAsync(_server, await client.ReconnectAsync(conversation));
        var (asked, show, better) = await AskAsync(client, conversation);

        show(Partial("第一句。"));
        var first = await socket.TransientAsync();
        better.SetResult(null);
        await asked;
        var set = await socket.SetAsync();

        Assert.Equal(["问", "回答：问"], set.Texts);
        Assert.Equal(first.GetProperty("id").GetString(), set.Activities[1].GetProperty("channelData").GetProperty("streamId").GetString());
        Assert.Equal("final", set.Activities[1].GetProperty("channelData").GetProperty("streamType").GetString());
    }

    [Fact]
    public async Task AnAnswerThatWasNotShownBeforeBearsNoMark()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        var (asked, _, better) = await AskAsync(client, conversation);
        better.SetResult(new Answer(AnswerKind.Answer, "更好"));
        await asked;

        Assert.DoesNotContain((await client.ReadAsync(conversation)).Activities, activity => activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("streamId", out _));
    }

    [Fact]
    public async Task OnceSeenItIsWaitedForLongerAndThenThePlaceIsTheFirstAnswers()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenStream.OpenAsync(_server, await client.ReconnectAsync(conversation));
        var (asked, show, better) = await AskAsync(client, conversation);
        show(Partial("第一句。"));
        await socket.TransientAsync();

        _server.Clock.Advance(TimeSpan.FromSeconds(8));
        show(Partial("第一句。第二句。"));
        Assert.Equal("第一句。第二句。", (await socket.TextAsync()).GetProperty("text").GetString());
        _server.Clock.Advance(TimeSpan.FromSeconds(8));
        await asked;
        Assert.Equal(["问", "回答：问"], (await socket.SetAsync()).Texts);
        show(Partial("第一句。第二句。第三句。"));
        better.SetResult(new Answer(AnswerKind.Answer, "更好"));

        // The sentence that came too late is shown nowhere.
        Assert.Equal(["更好"], (await socket.SetAsync()).Texts);
    }

    [Fact]
    public async Task AClientThatComesBackInBetweenBeginsWithTheWholeTextSoFar()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        var (asked, show, better) = await AskAsync(client, conversation);
        show(Partial("第一句。"));
        using var socket = await OpenStream.OpenAsync(_server, await client.ReconnectAsync(conversation, "?watermark=1"));

        show(Partial("第一句。第二句。"));
        var first = await socket.TransientAsync();
        better.SetResult(new Answer(AnswerKind.Answer, "第一句。第二句。第三句。"));
        await asked;

        Assert.Equal("第一句。第二句。", first.GetProperty("text").GetString());
        Assert.Equal($$"""{"streamType":"streaming","streamSequence":2,"streamId":"{{first.GetProperty("id").GetString()}}"}""", first.GetProperty("channelData").GetRawText());
        Assert.Equal(first.GetProperty("id").GetString(), (await socket.SetAsync()).Activities[1].GetProperty("channelData").GetProperty("streamId").GetString());
    }

    [Fact]
    public async Task ATurnThatFailsTakesBackWhatItShowed()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenStream.OpenAsync(_server, await client.ReconnectAsync(conversation));
        var (asked, show, better) = await AskAsync(client, conversation);
        show(Partial("第一句。"));
        var first = await socket.TransientAsync();

        await _server.Store.DeleteAsync(conversation, TestContext.Current.CancellationToken);
        better.SetResult(new Answer(AnswerKind.Answer, "第一句。第二句。"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await asked).Status);

        var last = await socket.TransientAsync();
        Assert.Equal("", last.GetProperty("text").GetString());
        Assert.Equal("informative", last.GetProperty("channelData").GetProperty("streamType").GetString());
        Assert.Equal(first.GetProperty("id").GetString(), last.GetProperty("channelData").GetProperty("streamId").GetString());
    }

    [Fact]
    public async Task WhatAModelWritesIsNoMarkdown()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenStream.OpenAsync(_server, await client.ReconnectAsync(conversation));
        var (asked, show, better) = await AskAsync(client, conversation);

        show(new Answer(AnswerKind.Answer, "5*3*2。") { Warnings = ["内容由AI生成"] });

        Assert.Equal("5\\*3\\*2。\n\n⚠️ 内容由AI生成", (await socket.TransientAsync()).GetProperty("text").GetString());
        better.SetResult(null);
        await asked;
    }

    private static Answer Partial(string text) => new(AnswerKind.Answer, text);

    // Asks, and waits until the better answer is being worked on.
    private async Task<(Task<DirectLineAnswer> Asked, Action<Answer> Show, TaskCompletionSource<Answer?> Better)> AskAsync(DirectLineClient client, string conversation)
    {
        var better = _server.Dialog.Better["问"] = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = client.SayAsync(conversation, "问", "c1");
        Action<Answer>? show;
        while (!_server.Dialog.Progress.TryGetValue("问", out show))
            await Task.Yield();
        return (asked, show!, better);
    }
}

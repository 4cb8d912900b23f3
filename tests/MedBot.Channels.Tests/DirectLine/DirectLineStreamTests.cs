using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using MedBot.Channels.Tests.Hosting;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>The WebSocket.</summary>
public sealed class DirectLineStreamTests : IAsyncLifetime
{
    private ChannelServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ChannelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task WhatHappenedBeforeItOpenedIsSentFirst()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await client.SayAsync(conversation, "问", "c1");

        using var socket = await OpenAsync(await client.StartAsync());

        Assert.Equal("", await ReceiveAsync(socket));
        Assert.Equal("您好 | 问 | 回答：问 @3", await ReceiveSetAsync(socket));
    }

    [Fact]
    public async Task WhatIsNewComesAsItHappens()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation));

        await client.SayAsync(conversation, "一", "c1");
        Assert.Equal("一 | 回答：一 @3", await ReceiveSetAsync(socket));
        await client.SayAsync(conversation, "二", "c2");
        Assert.Equal("二 | 回答：二 @5", await ReceiveSetAsync(socket));
    }

    [Fact]
    public async Task ComingBackWithAWatermarkGetsTheGapOnce()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using (await OpenAsync(await client.ReconnectAsync(conversation, "?watermark=1")))
        {
        }

        await client.SayAsync(conversation, "问", "c1");
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation, "?watermark=1"));
        Assert.Equal("问 | 回答：问 @3", await ReceiveSetAsync(socket));
        await client.SayAsync(conversation, "再问", "c2");
        Assert.Equal("再问 | 回答：再问 @5", await ReceiveSetAsync(socket));
    }

    [Theory]
    [InlineData("", "新 @4")]
    [InlineData("?watermark=", "您好 | 旧 | 回答：旧")]
    [InlineData("?watermark=0", "您好 | 旧 | 回答：旧")]
    [InlineData("?watermark=99", "新 @4")]
    public async Task AClientWithoutAMarkGetsWhatIsNewAndOneWithAnEmptyMarkEverything(string query, string first)
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await client.SayAsync(conversation, "旧", "c1");
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation, query));

        await client.PostAsync(conversation, """{"type":"event","name":"e","text":"新"}""");

        Assert.StartsWith(first, await ReceiveSetAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoTabsOfOneConversationBothGetEverything()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var one = await OpenAsync(await client.ReconnectAsync(conversation));
        using var two = await OpenAsync(await client.ReconnectAsync(conversation));

        await client.SayAsync(conversation, "问", "c1");

        Assert.Equal("问 | 回答：问 @3", await ReceiveSetAsync(one));
        Assert.Equal("问 | 回答：问 @3", await ReceiveSetAsync(two));
    }

    [Fact]
    public async Task EmptyFramesAndNonsenseFromTheClientAreIgnored()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation));

        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, Cancellation);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{]nonsense"), WebSocketMessageType.Text, true, Cancellation);
        await socket.SendAsync(new byte[3000], WebSocketMessageType.Binary, true, Cancellation);
        await client.SayAsync(conversation, "问", "c1");

        Assert.Equal("问 | 回答：问 @3", await ReceiveSetAsync(socket));
    }

    [Fact]
    public async Task AQuietStreamIsKeptAliveWithEmptyFrames()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation));
        Assert.Equal("", await ReceiveAsync(socket));

        var next = ReceiveAsync(socket);
        // The stream's timer may be set a moment after its first frame is here.
        while (!next.IsCompleted)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }

        Assert.Equal("", await next);
    }

    [Fact]
    public async Task WhileAnAnswerTakesItsTimeTheBotIsSeenTyping()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation));
        Assert.Equal("", await ReceiveAsync(socket));
        var hold = _server.Dialog.Hold = new HeldTurns();
        var asked = Task.Run(() => client.SayAsync(conversation, "问", "c1"));
        await hold.Started;

        _server.Clock.Advance(TimeSpan.FromMilliseconds(400));
        var first = await ReceiveTypingAsync(socket);
        _server.Clock.Advance(TimeSpan.FromSeconds(3));
        await ReceiveTypingAsync(socket);
        var polled = await client.ReadAsync(conversation);
        hold.Release();
        await asked;

        Assert.Equal("medbot", first.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal(["您好"], polled.Texts);
        Assert.Equal("问 | 回答：问 @3", await ReceiveSetAsync(socket));
    }

    [Fact]
    public async Task AQuickAnswerComesWithoutTyping()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation));
        await client.SayAsync(conversation, "问", "c1");
        Assert.Equal("问 | 回答：问 @3", await ReceiveSetAsync(socket));

        _server.Clock.Advance(TimeSpan.FromSeconds(4));
        await client.SayAsync(conversation, "再问", "c2");

        Assert.Equal("再问 | 回答：再问 @5", await ReceiveSetAsync(socket));
    }

    [Fact]
    public async Task ABetterAnswerFollowsTheFirstDownTheStream()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        using var socket = await OpenAsync(await client.ReconnectAsync(conversation));
        var better = _server.Dialog.Better["问"] = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = client.SayAsync(conversation, "问", "c1");
        while (!_server.Dialog.Asked.Contains("问"))
            await Task.Yield();
        _server.Clock.Advance(TimeSpan.FromSeconds(8));
        await asked;

        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答"));
        await _server.HasActivitiesAsync(conversation, 4);

        Assert.Equal(["您好", "问", "回答：问", "更好的回答"], (await client.ReadAsync(conversation)).Texts);
    }

    [Fact]
    public async Task AStreamIsOpenedWithinAMinuteOrNotAtAll()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        var back = await client.ReconnectAsync(conversation);
        _server.Clock.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(back));
    }

    [Fact]
    public async Task TheStreamOfAnotherConversationStaysClosed()
    {
        var (mine, conversation) = await DirectLineClient.OpenAsync(_server);
        var (other, otherConversation) = await DirectLineClient.OpenAsync(_server);
        var stream = (await mine.ReconnectAsync(conversation)).Text("streamUrl");

        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(stream.Replace(conversation, otherConversation, StringComparison.Ordinal)));
    }

    private Task<WebSocket> OpenAsync(DirectLineAnswer granted) => OpenAsync(granted.Text("streamUrl"));

    private Task<WebSocket> OpenAsync(string address) => _server.Server.CreateWebSocketClient().ConnectAsync(new Uri(address), Cancellation);

    // The texts of the next set and its watermark: 问 | 回答：问 @3
    private static async Task<string> ReceiveSetAsync(WebSocket socket)
    {
        while (true)
        {
            var frame = await ReceiveAsync(socket);
            if (frame.Length == 0)
                continue;
            var set = new DirectLineAnswer(default, JsonDocument.Parse(frame).RootElement, new Dictionary<string, string>());
            return $"{string.Join(" | ", set.Texts)} @{set.Text("watermark")}";
        }
    }

    private static async Task<JsonElement> ReceiveTypingAsync(WebSocket socket)
    {
        var set = JsonDocument.Parse(await ReceiveAsync(socket)).RootElement;
        var typing = Assert.Single(set.GetProperty("activities").EnumerateArray());
        Assert.Equal("typing", typing.GetProperty("type").GetString());
        Assert.False(set.TryGetProperty("watermark", out _));
        return typing;
    }

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var count = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(count), Cancellation);
            count += part.Count;
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, count);
        }
    }
}

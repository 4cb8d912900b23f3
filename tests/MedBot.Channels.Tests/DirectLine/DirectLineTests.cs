using System.Net;
using System.Text.Json;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>Conversations over HTTP: starting, posting, polling, coming back.</summary>
public sealed class DirectLineTests : IAsyncLifetime
{
    private ChannelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ChannelServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task TheFirstStartIsCreatedAndTheSecondFindsItRunning()
    {
        var page = await new DirectLineClient(_server, null).CallAsync(HttpMethod.Post, "/webchat/token", "{}");
        var client = new DirectLineClient(_server, page.Text("token"));

        var first = await client.StartAsync("""{"user":{"id":"u1"},"locale":"zh-CN"}""");
        var second = await client.StartAsync();

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(page.Text("conversationId"), first.Text("conversationId"));
        Assert.Equal(page.Text("conversationId"), second.Text("conversationId"));
        Assert.Equal(3600, first.Json.GetProperty("expires_in").GetInt32());
        Assert.StartsWith($"ws://localhost/v3/directline/conversations/{first.Text("conversationId")}/stream?", first.Text("streamUrl"), StringComparison.Ordinal);
        Assert.Equal([ScriptedDialog.Hello], (await client.ReadAsync(first.Text("conversationId"))).Texts);
    }

    [Fact]
    public async Task TheGreetingNamesNoActivityThatItRepliesTo()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var greeting = Assert.Single((await client.ReadAsync(conversation)).Activities);

        Assert.False(greeting.TryGetProperty("replyToId", out _));
        Assert.Equal("bot", greeting.GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public async Task TheEchoComesBeforeTheReplyWithTheIdOfThePost()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var posted = await client.SayAsync(conversation, "住院报多少", "c1");

        var set = await client.ReadAsync(conversation, "?watermark=1");
        Assert.Equal(["住院报多少", "回答：住院报多少"], set.Texts);
        var (echo, reply) = (set.Activities[0], set.Activities[1]);
        Assert.Equal(posted.Text("id"), echo.GetProperty("id").GetString());
        Assert.Equal(posted.Text("id"), reply.GetProperty("replyToId").GetString());
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("zh-CN", echo.GetProperty("locale").GetString());
        Assert.Equal("2025-11-01T12:00:00.000+08:00", echo.GetProperty("localTimestamp").GetString());
        Assert.Equal("markdown", reply.GetProperty("textFormat").GetString());
    }

    [Fact]
    public async Task OnlyTheServerSaysIdTimeSenderAndChannel()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        await client.PostAsync(conversation, """
            {"type":"message","text":"问","id":"mine","timestamp":"1999-01-01T00:00:00Z","serviceUrl":"http://evil.example",
             "channelId":"mine","conversation":{"id":"other"},"from":{"id":"somebody else"},"recipient":{"id":"nobody"}}
            """);

        var echo = (await client.ReadAsync(conversation, "?watermark=1")).Activities[0];
        Assert.Equal($"{conversation}|0000002", echo.GetProperty("id").GetString());
        Assert.StartsWith("2025-11-01T04:00:00.", echo.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
        Assert.Equal("directline", echo.GetProperty("channelId").GetString());
        Assert.Equal(conversation, echo.GetProperty("conversation").GetProperty("id").GetString());
        Assert.StartsWith("dl_", echo.GetProperty("from").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.False(echo.TryGetProperty("serviceUrl", out _));
    }

    [Fact]
    public async Task ARetryGetsTheSameIdAndRunsNothing()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var first = await client.SayAsync(conversation, "问", "c1");
        var retry = await client.SayAsync(conversation, "问", "c1");

        Assert.Equal(first.Text("id"), retry.Text("id"));
        Assert.Equal(["问"], _server.Dialog.Asked);
        Assert.Equal([ScriptedDialog.Hello, "问", "回答：问"], (await client.ReadAsync(conversation)).Texts);
    }

    [Fact]
    public async Task MessagesOfOneConversationAreTakenOneAtATime()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => client.SayAsync(conversation, $"问{n}", $"c{n}")));

        Assert.All(posted, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, _server.Dialog.MostAtOnce);
        var texts = (await client.ReadAsync(conversation, "?watermark=1")).Texts;
        Assert.Equal(40, texts.Count);
        for (var index = 0; index < texts.Count; index += 2)
            Assert.Equal("回答：" + texts[index], texts[index + 1]);
    }

    [Fact]
    public async Task TimesNeverGoBackThoughTheClockDoes()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await client.SayAsync(conversation, "先", "c1");

        _server.Clock.SetUtcNow(_server.Clock.GetUtcNow().AddHours(-3));
        await client.SayAsync(conversation, "后", "c2");

        var times = (await client.ReadAsync(conversation)).Activities.Select(activity => activity.GetProperty("timestamp").GetString()).ToList();
        Assert.Equal(5, times.Distinct().Count());
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task TheDayIsChinas()
    {
        _server.Clock.SetUtcNow(new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero));
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        await client.SayAsync(conversation, "问", "c1");

        Assert.Equal(new DateOnly(2026, 1, 1), Assert.Single(_server.Dialog.Days));
    }

    [Fact]
    public async Task AFailedTurnIsAnsweredInPlainWordsAndLogsNoText()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var posted = await client.SayAsync(conversation, ScriptedDialog.Trap, "c1");

        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.StartsWith("抱歉", (await client.ReadAsync(conversation, "?watermark=2")).Texts.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Log.All, line => line.Contains(ScriptedDialog.Trap, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EventsAreEchoedAndNotAnswered()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var posted = await client.PostAsync(conversation, """{"type":"event","name":"webchat/join","value":{"a":[1,null]},"channelData":{"clientActivityID":"e1"}}""");

        var set = await client.ReadAsync(conversation, "?watermark=1");
        var echo = Assert.Single(set.Activities);
        Assert.Equal(posted.Text("id"), echo.GetProperty("id").GetString());
        Assert.Equal("""{"a":[1,null]}""", echo.GetProperty("value").GetRawText());
        Assert.Empty(_server.Dialog.Asked);
    }

    [Fact]
    public async Task TypingGetsAnIdAndIsNotRecorded()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var posted = await client.PostAsync(conversation, """{"type":"typing","from":{"id":"u"}}""");

        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.NotEmpty(posted.Text("id"));
        Assert.Equal("1", (await client.ReadAsync(conversation)).Text("watermark"));
    }

    [Fact]
    public async Task ThePostBackOfAButtonIsAskedLikeText()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        await client.PostAsync(conversation, """{"type":"message","value":"什么时候截止","channelData":{"postBack":true}}""");

        Assert.Equal(["什么时候截止"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task PersonalNumbersAreNeitherUnderstoodNorKeptNorLogged()
    {
        const string IdCard = "110101199003071234", Phone = "13800138000";
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        await client.SayAsync(conversation, $"我是{IdCard}，能报多少", "c1");
        await client.PostAsync(conversation, $$"""
            {"type":"message","value":{"phone":"{{Phone}}"},"attachments":[{"contentType":"image/png","contentUrl":"data:image/png;base64,AAAA","name":"{{IdCard}}.png"}]}
            """);

        Assert.Equal(["我是［号码已隐去］，能报多少"], _server.Dialog.Asked);
        var kept = await _server.Store.ReadAsync(conversation, 0, 100, CancellationToken.None);
        Assert.All(kept.Select(activity => activity.Json).Concat(_server.Log.All), text =>
        {
            Assert.DoesNotContain(IdCard, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
            Assert.DoesNotContain("base64", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("删除我的对话")]
    [InlineData(" 请删除我的聊天记录。 ")]
    public async Task WhoAsksForItHasTheConversationDeleted(string words)
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await client.SayAsync(conversation, "问", "c1");

        await client.SayAsync(conversation, words, "c2");

        var left = await client.ReadAsync(conversation);
        Assert.Equal(2, left.Activities.Count);
        Assert.Equal(words, left.Texts[0]);
        Assert.StartsWith("已经删除", left.Texts[1], StringComparison.Ordinal);
        Assert.Equal("5", left.Text("watermark"));
        Assert.Equal(["问"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task AskingWhetherOneCanDeleteDeletesNothing()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        await client.SayAsync(conversation, "怎么删除我的对话", "c1");

        Assert.Equal("3", (await client.ReadAsync(conversation)).Text("watermark"));
        Assert.Equal(["怎么删除我的对话"], _server.Dialog.Asked);
    }

    [Theory]
    [InlineData("", new[] { "您好", "问", "回答：问" }, "3")]
    [InlineData("?watermark=", new[] { "您好", "问", "回答：问" }, "3")]
    [InlineData("?watermark=0", new[] { "您好", "问", "回答：问" }, "3")]
    [InlineData("?watermark=2", new[] { "回答：问" }, "3")]
    [InlineData("?watermark=3", new string[0], "3")]
    [InlineData("?watermark=-5", new[] { "您好", "问", "回答：问" }, "3")]
    [InlineData("?watermark=999999999999", new string[0], "3")]
    public async Task APollGetsWhatCameAfterItsWatermark(string query, string[] texts, string watermark)
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await client.SayAsync(conversation, "问", "c1");

        var set = await client.ReadAsync(conversation, query);

        Assert.Equal(texts, set.Texts);
        Assert.Equal(JsonValueKind.String, set.Json.GetProperty("watermark").ValueKind);
        Assert.Equal(watermark, set.Text("watermark"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("１")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999999")]
    public async Task AWatermarkThatWasNeverGivenIsRefused(string watermark)
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.ReadAsync(conversation, "?watermark=" + Uri.EscapeDataString(watermark))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.ReconnectAsync(conversation, "?watermark=" + Uri.EscapeDataString(watermark))).Status);
    }

    [Fact]
    public async Task ComingBackGivesTokenAndStreamAgain()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);

        var back = await client.ReconnectAsync(conversation, "?watermark=1");

        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Equal(conversation, back.Text("conversationId"));
        Assert.Contains("watermark=1&", back.Text("streamUrl"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await new DirectLineClient(_server, back.Text("token")).ReadAsync(conversation)).Status);
    }

    [Fact]
    public async Task ADeletedConversationIsUnknown()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await _server.Store.DeleteAsync(conversation, CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, (await client.ReadAsync(conversation)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.ReconnectAsync(conversation)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SayAsync(conversation, "问", "c1")).Status);
    }

    [Fact]
    public async Task AConversationOfAnotherChannelIsUnknown()
    {
        var (client, conversation) = await DirectLineClient.OpenAsync(_server);
        await _server.Store.DeleteAsync(conversation, CancellationToken.None);
        await _server.Store.StartAsync(new(conversation, "wechat", null, "{}", ["{}"], _server.Clock.GetUtcNow()), CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, (await client.ReadAsync(conversation)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SayAsync(conversation, "问", "c1")).Status);
    }
}

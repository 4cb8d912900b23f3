using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Channels.Tests.Hosting;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Tests.Connector;

/// <summary>What the Emulator and the Agents Playground rely on, without a registration.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private const string Service = "http://localhost:56150/_connector";

    private RecordedService _service = null!;
    private ChannelServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RecordedService.StartAsync();
        _server = await ChannelServer.StartAsync(_service.Register);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task AReplyGoesToTheActivityOfItsServiceWithIdsEscaped()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Message("m1", "问")));

        var reply = await _service.NextAsync();
        Assert.Equal("POST", reply.Method);
        Assert.Equal("localhost:56150", reply.Host);
        Assert.Equal("/_connector/v3/conversations/c%7Clivechat/activities/m1", reply.Path);
        Assert.Equal("", reply.Authorization);
        Assert.Equal("回答：问", reply.Text);
        Assert.Equal("bot-1", reply.Id("from"));
        Assert.Equal("user-1", reply.Id("recipient"));
        Assert.Equal("c|livechat", reply.Id("conversation"));
        Assert.Equal("m1", reply.Member("replyToId"));
        Assert.Equal("emulator", reply.Member("channelId"));
        Assert.Equal(Service, reply.Member("serviceUrl"));
        Assert.Null(reply.Member("id"));
    }

    [Fact]
    public async Task SeveralRepliesComeOneAfterTheOtherAndTheTracesLast()
    {
        _server.Dialog.Script["三问"] = [new Answer(AnswerKind.Answer, "一"), new Answer(AnswerKind.Answer, "二"), new Answer(AnswerKind.Answer, "三")];

        await PostAsync(Message("m1", "三问"));

        Assert.Equal("一", (await _service.NextAsync()).Text);
        Assert.Equal("二", (await _service.NextAsync()).Text);
        Assert.Equal("三", (await _service.NextAsync()).Text);
        var trace = await _service.NextAsync();
        Assert.Equal("trace", trace.Member("type"));
        Assert.Equal("Other", trace.Activity.GetProperty("value").GetProperty("replies")[0].GetProperty("intent").GetString());
        Assert.Equal("bot-1", trace.Id("from"));
        var state = await _service.NextAsync();
        Assert.Equal(("trace", "BotState", "Bot State", "https://www.botframework.com/schemas/botState"), (state.Member("type"), state.Member("name"), state.Member("label"), state.Member("valueType")));
        Assert.Equal(JsonValueKind.Object, state.Activity.GetProperty("value").GetProperty("conversationState").ValueKind);
    }

    [Fact]
    public async Task AFailureIsTracedByItsKindAndNeverByItsWords()
    {
        await PostAsync(Message("m1", ScriptedDialog.Trap));

        Assert.StartsWith("抱歉", (await _service.NextAsync()).Text, StringComparison.Ordinal);
        var trace = await _service.NextAsync();
        Assert.Equal(
            ("OnTurnError Trace", "TurnError", "https://www.botframework.com/schemas/error", "InvalidOperationException"),
            (trace.Member("name"), trace.Member("label"), trace.Member("valueType"), trace.Member("value")));
    }

    [Fact]
    public async Task ABetterAnswerFollowsTheFirst()
    {
        var better = _server.Dialog.Better["问"] = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var posted = PostAsync(Message("m1", "问", channel: "webchat"));
        while (!_server.Dialog.Asked.Contains("问"))
            await Task.Yield();
        _server.Clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(HttpStatusCode.OK, await posted);
        Assert.Equal("回答：问", (await _service.NextAsync()).Text);

        better.SetResult(new Answer(AnswerKind.Answer, "更好的回答"));

        var reply = await _service.NextAsync();
        Assert.Equal(("更好的回答", "m1", "user-1"), (reply.Text, reply.Member("replyToId"), reply.Id("recipient")));
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"ask","data":{"text":"新生儿怎么参保"}},"trigger":"manual"}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":"新生儿怎么参保"}}""")]
    public async Task APressedCardIsAnsweredInItsPlace(string value)
    {
        var invoke = Message("i1", "");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke.Remove("text");
        invoke["value"] = JsonNode.Parse(value);

        var (status, body) = await CallAsync(invoke.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"回答：新生儿怎么参保"}""", body);
        Assert.Empty(_service.Connected);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"action":5}""")]
    [InlineData("""{"action":{"data":{"text":5}}}""")]
    public async Task ACardActionWithoutAQuestionIsRefusedAsTheSdkDoes(string value)
    {
        var invoke = Message("i1", "");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = JsonNode.Parse(value);

        var (status, body) = await CallAsync(invoke.ToJsonString());

        Assert.Equal((HttpStatusCode.BadRequest, 400, "application/vnd.microsoft.error"), (status, (int)JsonNode.Parse(body)!["statusCode"]!, (string?)JsonNode.Parse(body)!["type"]));
        Assert.Empty(_server.Dialog.Asked);
    }

    [Fact]
    public async Task WhatACardSubmitsIsAskedByItsText()
    {
        var submit = Message("m1", "", channel: "webchat");
        submit.Remove("text");
        submit["value"] = new JsonObject { ["text"] = "新生儿怎么参保" };

        await PostAsync(submit);

        Assert.Equal("回答：新生儿怎么参保", (await _service.NextAsync()).Text);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("messageReaction")]
    [InlineData("installationUpdate")]
    public async Task WhatAsksNothingIsTakenAndNotAnswered(string type)
    {
        var activity = Message("a1", "不是问题", channel: "webchat");
        activity["type"] = type;

        Assert.Equal(HttpStatusCode.OK, await PostAsync(activity));
        await PostAsync(Message("m1", "问", channel: "webchat"));

        Assert.Equal("回答：问", (await _service.NextAsync()).Text);
        Assert.Equal(["问"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task OtherChannelsGetNoTrace()
    {
        await PostAsync(Message("m1", "问一", channel: "webchat"));
        await PostAsync(Message("m2", "问二", channel: "webchat"));

        Assert.Equal("回答：问一", (await _service.NextAsync()).Text);
        Assert.Equal("回答：问二", (await _service.NextAsync()).Text);
    }

    [Fact]
    public async Task EveryMemberIsGreetedOnceAndTheBotNever()
    {
        await PostAsync(Update("u1", "bot-1", "user-1"));
        await PostAsync(Update("u2", "user-1"));
        await PostAsync(Update("u3", "user-2"));

        Assert.Equal((ScriptedDialog.Hello, "u1"), await GreetingAsync());
        Assert.Equal((ScriptedDialog.Hello, "u3"), await GreetingAsync());
        Assert.False(_service.HasMore);

        async Task<(string?, string?)> GreetingAsync()
        {
            var reply = await _service.NextAsync();
            return (reply.Text, reply.Member("replyToId"));
        }
    }

    [Fact]
    public async Task AnActivityThatIsSentAgainIsNotAnsweredAgain()
    {
        await PostAsync(Message("m1", "问", channel: "webchat"));
        await PostAsync(Message("m1", "问", channel: "webchat"));
        await PostAsync(Message("m2", "再问", channel: "webchat"));

        Assert.Equal("回答：问", (await _service.NextAsync()).Text);
        Assert.Equal("回答：再问", (await _service.NextAsync()).Text);
        Assert.Equal(["问", "再问"], _server.Dialog.Asked);
    }

    [Fact]
    public async Task RepliesThatAreExpectedStandInTheAnswer()
    {
        var message = Message("m1", "问");
        message["deliveryMode"] = "expectReplies";

        var (status, body) = await CallAsync(message.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, status);
        var reply = JsonNode.Parse(body)!["activities"]!.AsArray().Single()!;
        Assert.Equal("回答：问", (string?)reply["text"]);
        Assert.Equal("c|livechat", (string?)reply["conversation"]!["id"]);
        Assert.Empty(_service.Connected);
    }

    [Fact]
    public async Task ADeliveryThatFailsIsTriedAgainBeforeTheNextOne()
    {
        _service.AnswerNext(503);
        await PostAsync(Message("m1", "问一", channel: "webchat"));
        Assert.Equal("回答：问一", (await _service.NextAsync()).Text);
        await PostAsync(Message("m2", "问二", channel: "webchat"));

        var next = _service.NextAsync();
        while (!next.IsCompleted)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("回答：问一", (await next).Text);
        Assert.Equal("回答：问二", (await _service.NextAsync()).Text);
    }

    [Fact]
    public async Task RedirectsAreNotFollowed()
    {
        _service.AnswerNext(307, "http://10.0.0.1/v3/conversations/c/activities");
        await PostAsync(Message("m1", "问一", channel: "webchat"));
        await PostAsync(Message("m2", "问二", channel: "webchat"));

        Assert.Equal("回答：问一", (await _service.NextAsync()).Text);
        Assert.Equal("回答：问二", (await _service.NextAsync()).Text);
        Assert.All(_service.Connected, address => Assert.True(IPAddress.IsLoopback(address)));
        Assert.Equal("status 307", Assert.Single(await _server.Store.ReadDeadAsync(10, CancellationToken.None)).Reason);
    }

    [Theory]
    [InlineData("http://10.0.0.1:8080")]
    [InlineData("http://192.0.2.7/")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://167772161/")]
    [InlineData("http://0x0a.1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("https://evil.example/path")]
    [InlineData("https://smba.trafficmanager.net/apis")]
    [InlineData("http://127.0.0.1.evil.example/")]
    public async Task AServiceThatNobodyVouchesForIsNeverCalled(string serviceUrl)
    {
        _service.Names["evil.example"] = [IPAddress.Parse("192.0.2.7"), IPAddress.Parse("2001:db8::7")];
        _service.Names["127.0.0.1.evil.example"] = [IPAddress.Parse("10.1.1.1")];
        _service.Names["smba.trafficmanager.net"] = [IPAddress.Parse("52.112.0.1")];

        await PostAsync(Message("m1", "问", service: serviceUrl, channel: "webchat"));
        await DeadAsync(1);

        Assert.Empty(_service.Connected);
    }

    [Fact]
    public async Task OfANameOnlyTheAddressesOfThisMachineAreCalled()
    {
        _service.Names["mixed.example"] = [IPAddress.Parse("192.0.2.7"), IPAddress.Loopback];

        await PostAsync(Message("m1", "问", service: "http://mixed.example/", channel: "webchat"));

        Assert.Equal("回答：问", (await _service.NextAsync()).Text);
        Assert.Equal([IPAddress.Loopback], _service.Connected);
    }

    [Theory]
    [InlineData("http://user@localhost/")]
    [InlineData("http://localhost\\@evil.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://localhost/")]
    [InlineData("localhost")]
    [InlineData("")]
    public async Task AServiceUrlThatIsNoPlainWebAddressIsRefused(string serviceUrl) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Message("m1", "问", service: serviceUrl)));

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":5}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"text\":{}}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"invoke\",\"name\":\"x\"}", HttpStatusCode.NotImplemented)]
    [InlineData("{\"type\":\"typing\"}", HttpStatusCode.OK)]
    [InlineData("{\"type\":\"installationUpdate\"}", HttpStatusCode.OK)]
    [InlineData("{\"type\":\"endOfConversation\"}", HttpStatusCode.OK)]
    [InlineData("{\"type\":\"somethingNew\"}", HttpStatusCode.OK)]
    public async Task WhatCannotBeAnsweredHasItsStatus(string body, HttpStatusCode status) => Assert.Equal(status, (await CallAsync(body)).Status);

    [Fact]
    public async Task OtherMethodsAndTypesAreRefused()
    {
        using var http = _server.Client();
        using var get = await http.GetAsync(new Uri("/api/messages", UriKind.Relative));
        using var text = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "text/plain"));
        using var large = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(new string(' ', 300_000), Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task StrangersAreRefusedWithoutARegistration()
    {
        var context = await _server.Server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.9");
            http.Request.Method = "POST";
            http.Request.Path = "/api/messages";
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Message("m1", "问").ToJsonString()));
        });

        Assert.Equal(403, context.Response.StatusCode);
        Assert.Empty(_server.Dialog.Asked);
    }

    [Fact]
    public async Task ATokenThatCannotBeVerifiedIsRefusedEvenWhereNoneIsNeeded()
    {
        using var http = _server.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "made.up.token");
        using var answer = await http.PostAsync(
            new Uri("/api/messages", UriKind.Relative), new StringContent(Message("m1", "问").ToJsonString(), Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    internal static JsonObject Message(string id, string text, string service = Service, string channel = "emulator") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = "2025-11-01T04:00:00.000Z",
        ["channelId"] = channel,
        ["serviceUrl"] = service,
        ["conversation"] = new JsonObject { ["id"] = "c|livechat" },
        ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "User", ["role"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "Bot", ["role"] = "bot" },
        ["locale"] = "zh-CN",
        ["text"] = text,
        ["textFormat"] = "plain",
    };

    private static JsonObject Update(string id, params string[] members)
    {
        var update = Message(id, "");
        update["type"] = "conversationUpdate";
        update.Remove("text");
        update["membersAdded"] = new JsonArray([.. members.Select(member => new JsonObject { ["id"] = member })]);
        return update;
    }

    private async Task DeadAsync(int count)
    {
        while ((await _server.Store.ReadDeadAsync(10, TestContext.Current.CancellationToken)).Length < count)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private async Task<HttpStatusCode> PostAsync(JsonObject activity) => (await CallAsync(activity.ToJsonString())).Status;

    private async Task<(HttpStatusCode Status, string Body)> CallAsync(string body)
    {
        using var http = _server.Client();
        using var answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

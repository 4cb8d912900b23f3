using System.Text.Json.Nodes;
using MedBot.Channels.WeChat.Menu;
using MedBot.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>The menu at the foot of the account: from the file that staff write to the platform.</summary>
public sealed class MenuTests
{
    private const string Written =
        """
        buttons:
          - name: 参保缴费
            buttons:
              - { name: 什么时候交, ask: 什么时候交医保 }
              - { name: 官网, open: "https://www.example.gov.cn/a?b=1&c=2" }
          - { name: 我能问什么, ask: 你能做什么 }
        """;

    private static readonly (string, string)[] Account = [("WeChat:AppId", "wx5823bf96d3bd56c7"), ("WeChat:AppSecret", "s3cret")];

    [Fact]
    public void TheFileBecomesWhatThePlatformTakes()
    {
        var menu = MenuFile.Parse("wechat-menu.yaml", Written);

        AssertJson(
            """{"button":[{"name":"参保缴费","sub_button":[{"name":"什么时候交","type":"click","key":"什么时候交医保"},{"name":"官网","type":"view","url":"https://www.example.gov.cn/a?b=1&c=2"}]},{"name":"我能问什么","type":"click","key":"你能做什么"}]}""",
            menu.ToJson());
        Assert.Equal(["什么时候交医保", "你能做什么"], menu.Questions);
    }

    [Theory]
    [InlineData("buttons: []", 1, "这里有 0 个按钮")]
    [InlineData("buttons:\n- {name: 一, ask: 问}\n- {name: 二, ask: 问}\n- {name: 三, ask: 问}\n- {name: 四, ask: 问}", 1, "这里有 4 个按钮；应为：1 到 3 个按钮")]
    [InlineData("buttons:\n- name: 一\n  buttons:\n  - {name: 一, ask: 问}\n  - {name: 二, ask: 问}\n  - {name: 三, ask: 问}\n  - {name: 四, ask: 问}\n  - {name: 五, ask: 问}\n  - {name: 六, ask: 问}", 2, "1 到 5 个按钮")]
    [InlineData("buttons:\n- {name: 六个汉字太长, ask: 问}", 2, "不超过 16 字节")]
    [InlineData("buttons:\n- {name: 一}", 2, "要么问一句话，要么打开网页")]
    [InlineData("buttons:\n- {name: 一, ask: 问, open: 'https://a.cn'}", 2, "要么问一句话，要么打开网页")]
    [InlineData("buttons:\n- {name: 一, open: 'javascript:alert(1)'}", 2, "http 或 https 网址")]
    [InlineData("buttons:\n- {name: 一, ask: 问, colour: red}", 2, "不认识的键“colour”")]
    [InlineData("buttons:\n- {ask: 问}", 2, "缺少“name”")]
    [InlineData("buttons:\n- name: 一\n  ask: 问\n  buttons:\n  - {name: 二, ask: 问}", 3, "不认识的键“ask”")]
    public void WhatThePlatformWouldRefuseIsRefusedWithItsLine(string text, int line, string expected)
    {
        var problem = Assert.Single(Assert.Throws<KnowledgeException>(() => MenuFile.Parse("wechat-menu.yaml", text)).Problems);

        Assert.Equal(("wechat-menu.yaml", line), (problem.File, problem.Line));
        Assert.Contains(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAndQuestionsMayBeAsLongAsThePlatformTakesThem()
    {
        var question = new string('问', 42) + "ab";

        Assert.Equal([question], MenuFile.Parse("m.yaml", $"buttons:\n- {{name: 五个汉字多a, ask: {question}}}").Questions);
        Assert.Throws<KnowledgeException>(() => MenuFile.Parse("m.yaml", $"buttons:\n- {{name: 一, ask: {question}c}}"));
    }

    [Fact]
    public async Task TheMenuIsCreatedWithTheAccountsToken()
    {
        using var platform = new RecordedPlatform();
        await using var publisher = new MenuPublisher(Configuration(Account), platform);

        Assert.Null(await publisher.PublishAsync(MenuFile.Parse("m.yaml", Written), CancellationToken.None));

        var created = await platform.NextAsync();
        Assert.Equal("/cgi-bin/menu/create?access_token=token-1", created.Address);
        Assert.Equal("什么时候交医保", created.Body.GetProperty("button")[0].GetProperty("sub_button")[0].GetProperty("key").GetString());
    }

    [Theory]
    [InlineData(40164, "IP 白名单")]
    [InlineData(48001, "没有自定义菜单接口的权限")]
    public async Task ARefusalIsToldToStaff(int code, string expected)
    {
        using var platform = new RecordedPlatform();
        platform.AnswerNext($$"""{"errcode":{{code}},"errmsg":"refused"}""");
        await using var publisher = new MenuPublisher(Configuration(Account), platform);

        Assert.Contains(expected, await publisher.PublishAsync(MenuFile.Parse("m.yaml", Written), CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnAppSecretNothingIsCalled() =>
        Assert.Contains("WeChat:AppSecret", Assert.Throws<OptionsValidationException>(() => new MenuPublisher(Configuration(Account[..1]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task AMenusQuestionIsAnsweredWhenItsButtonIsPressed()
    {
        await using var server = await WeChatClient.StartServerAsync();
        var wechat = new WeChatClient(server);

        var second = 1761969600;
        foreach (var question in MenuFile.Parse("m.yaml", Written).Questions)
            Assert.Equal($"回答：{question}", WeChatClient.Content(await wechat.PlainAsync(WeChatClient.Event("CLICK", question, $"{second++}"))));
    }

    private static IConfiguration Configuration((string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();

    private static void AssertJson(string expected, string actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}

using MedBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Page;

public sealed class ChatPageTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private MedBotServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await MedBotServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task AQuestionTypedOnThePageIsAnswered()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.SeeAsync(ScriptedDialog.Hello);

        await chat.AskAsync("廊坊住院报多少");

        await chat.SeeAsync("回答：廊坊住院报多少");
        await chat.SeeAsync("第一条 5*3*2");
        Assert.Equal(3, await chat.Messages.CountAsync());
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task AButtonAsksInTheResidentsPlace()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);

        await chat.PressAsync("缴费截止时间");

        await chat.SeeAsync("回答：什么时候截止");
    }

    [Fact]
    public async Task TheConversationIsThereAfterAReload()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.AskAsync("第一个问题");
        await chat.SeeAsync("回答：第一个问题");

        await chat.ReloadAsync();

        await chat.SeeAsync("回答：第一个问题");
        Assert.Equal(3, await chat.Messages.CountAsync());
        await chat.AskAsync("第二个问题");
        await chat.SeeAsync("回答：第二个问题");
        Assert.Equal(5, await chat.Messages.CountAsync());
    }

    [Fact]
    public async Task ANewConversationForgetsTheOldOne()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.AskAsync("第一个问题");
        await chat.SeeAsync("回答：第一个问题");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "新对话" }).ClickAsync();

        await chat.WaitForMessagesAsync(1);
        await chat.SeeAsync(ScriptedDialog.Hello);
    }

    [Fact]
    public async Task ACalculationIsShownAsAReceipt()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);

        await chat.AskAsync("算报销");

        var card = chat.Page.Locator(".ac-adaptiveCard");
        await card.WaitForAsync();
        Assert.Equal(
            ["计算过程", "合规费用", "10000元", "按比例支付", "10000 × 70%", "约7000元"],
            (await card.InnerTextAsync()).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task ARestartOfTheServerLosesNothing()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.AskAsync("重启以前");
        await chat.SeeAsync("回答：重启以前");

        await _server.RestartAsync();
        await chat.AskAsync("重启以后");

        // Web Chat comes back within 3 to 15 seconds and gets what it missed.
        await chat.SeeAsync("回答：重启以后");
        Assert.Equal(5, await chat.Messages.CountAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(243, 245, 244)")]
    [InlineData(ColorScheme.Dark, "rgb(18, 22, 20)")]
    public async Task ThePageFollowsTheDevicesColors(ColorScheme scheme, string ground)
    {
        await using var phone = await chromium.OpenPhoneAsync(scheme);
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.SeeAsync(ScriptedDialog.Hello);

        Assert.Equal(ground, await chat.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("医保问答 · MedBot", await chat.Page.TitleAsync());
    }
}

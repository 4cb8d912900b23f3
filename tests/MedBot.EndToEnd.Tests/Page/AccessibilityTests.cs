using MedBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>The page for everybody: 长辈模式, keyboard, screen readers.</summary>
public sealed class AccessibilityTests(ChromiumFixture chromium) : IAsyncLifetime
{
    // Stands in for a voice, which a browser without a screen has none of, and writes down what it is to say.
    private const string WrittenVoice =
        """
        window.said = [];
        Object.defineProperty(window, 'speechSynthesis', { value: { speaking: false, speak: (words) => said.push(`${words.lang} ${words.text}`), cancel() {} } });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;

    private MedBotServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await MedBotServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, false)]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, true)]
    public async Task AxeFindsNothingWrong(ColorScheme scheme, bool elder)
    {
        await using var phone = await chromium.OpenPhoneAsync(scheme);
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        if (elder)
            await ElderButton(chat).ClickAsync();
        await chat.AskAsync("算报销");
        await chat.Page.Locator(".ac-adaptiveCard").WaitForAsync();
        await chat.AskAsync("廊坊住院报多少");
        await chat.SeeAsync("回答：廊坊住院报多少");

        await AxeRun.RequireNoViolationAsync(chat.Page);
    }

    [Fact]
    public async Task ElderModeShowsLargerTypeAndStaysAfterAReload()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        var before = await SizeAsync(chat);

        await ElderButton(chat).ClickAsync();
        var after = await SizeAsync(chat);
        await chat.ReloadAsync();

        Assert.Equal(16, before);
        Assert.Equal(24, after);
        Assert.Equal(24, await SizeAsync(chat));
        Assert.Equal("true", await ElderButton(chat).GetAttributeAsync("aria-pressed"));
        await ElderButton(chat).ClickAsync();
        Assert.Equal(16, await SizeAsync(chat));
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task InElderModeNewAnswersAreReadAloudAndCanBeHeardAgain()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await phone.AddInitScriptAsync(WrittenVoice);
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.AskAsync("算报销");
        await chat.SeeAsync("大约能报销7000元");
        Assert.Empty(await SaidAsync(chat));

        await ElderButton(chat).ClickAsync();
        await chat.AskAsync("再问一句");
        await chat.SeeAsync("回答：再问一句");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "朗读" }).ClickAsync();

        var said = await SaidAsync(chat);
        Assert.Equal(2, said.Length);
        Assert.StartsWith("zh-CN 回答：再问一句", said[0], StringComparison.Ordinal);
        Assert.Equal(said[0], said[1]);
        Assert.DoesNotContain("**", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task InElderModeAScreenHoldsOneQuestionWithItsAnswer()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await ElderButton(chat).ClickAsync();
        await chat.AskAsync("一");
        await chat.SeeAsync("回答：一");
        await chat.AskAsync("二");
        await chat.SeeAsync("回答：二");
        var visible = chat.Messages.Filter(new() { Visible = true });

        Assert.Equal(["二", "回答：二"], await FirstLinesAsync(visible));
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "看前面的" }).ClickAsync();
        Assert.Equal(5, await visible.CountAsync());
        await chat.AskAsync("三");
        await chat.SeeAsync("回答：三");
        Assert.Equal(["三", "回答：三"], await FirstLinesAsync(visible));
        await AxeRun.RequireNoViolationAsync(chat.Page);
    }

    [Fact]
    public async Task InElderModeTheLinesOfACardStandClearOfEachOther()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await ElderButton(chat).ClickAsync();
        await chat.AskAsync("算报销");
        await chat.Page.Locator(".ac-adaptiveCard").WaitForAsync();

        var lines = await chat.Page.Locator(".ac-adaptiveCard .ac-textBlock").EvaluateAllAsync<double[]>(
            "blocks => blocks.map(block => parseFloat(getComputedStyle(block).lineHeight) / parseFloat(getComputedStyle(block).fontSize))");

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.InRange(line, 1.2, 2));
    }

    [Fact]
    public async Task ALongAnswerIsShownFromItsBeginning()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        await chat.AskAsync("都说说");
        await chat.SeeAsync("其中第60条要注意的事");

        var beginning = chat.Messages.GetByText("要说的很多。", new() { Exact = true });
        await Assertions.Expect(beginning).ToBeInViewportAsync();
    }

    [Fact]
    public async Task TheGreetingsQuestionsStayAtHand()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        var chat = await ChatPageDriver.OpenAsync(phone, _server.Address);
        var quick = chat.Page.GetByRole(AriaRole.Navigation, new() { Name = "常问的问题" });
        Assert.False(await quick.IsVisibleAsync());
        await chat.AskAsync("廊坊住院报多少");
        await chat.SeeAsync("回答：廊坊住院报多少");

        await quick.GetByRole(AriaRole.Button, new() { Name = "缴费截止时间" }).ClickAsync();

        await chat.SeeAsync("回答：什么时候截止");
    }

    private static ILocator ElderButton(ChatPageDriver chat) => chat.Page.GetByRole(AriaRole.Button, new() { Name = "长辈模式" });

    private static Task<double> SizeAsync(ChatPageDriver chat) => chat.Messages.First.Locator("p").First.EvaluateAsync<double>("text => parseFloat(getComputedStyle(text).fontSize)");

    private static async Task<string[]> FirstLinesAsync(ILocator messages) =>
        [.. (await messages.Locator(".webchat__bubble__content p").AllInnerTextsAsync()).Where(line => line.Length <= 4)];

    private static Task<string[]> SaidAsync(ChatPageDriver chat) => chat.Page.EvaluateAsync<string[]>("() => window.said");
}

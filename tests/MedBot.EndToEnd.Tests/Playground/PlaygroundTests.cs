using System.Text.RegularExpressions;
using MedBot.Dialogs;
using MedBot.EndToEnd.Tests.Browser;
using MedBot.Host.Serving;
using static Microsoft.Playwright.Assertions;

namespace MedBot.EndToEnd.Tests.Playground;

/// <summary>Microsoft's own test client before the bot with its real knowledge, on 5 March 2026.</summary>
public sealed class PlaygroundTests(ChromiumFixture chromium, PlaygroundTests.RealKnowledge knowledge) : IClassFixture<PlaygroundTests.RealKnowledge>
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));

    // What the log says of each of the bot's posts, without the time.
    private static readonly Regex GreetingPosted = Posted("message 201 您好，"), TurnTraced = Posted("trace 202 MedBotTurn$"), StateTraced = Posted("trace 202 BotState$");

    [Theory]
    [InlineData("emulator", new[] { "conversationUpdate 200", "message 200 新生儿怎么参保" })]
    [InlineData("msteams", new[] { "installationUpdate 200", "conversationUpdate 200", "message 200 新生儿怎么参保" })]
    public async Task ThePlaygroundShowsTheGreetingOnceAndItsButtons(string channel, string[] sent)
    {
        var greeting = knowledge.Dialogs.Greeting();
        await UseAsync(channel, async page =>
        {
            await Expect(page.Answers).ToHaveTextAsync([StartsWith(greeting.Summary)]);
            await Expect(page.Actions).ToHaveTextAsync(greeting.FollowUps.Select(button => button.Title));

            // Whatever else greets would have been said before the answer.
            await page.AskAsync("新生儿怎么参保");

            await Expect(page.Answers).ToHaveTextAsync([StartsWith(greeting.Summary), new Regex("您在哪里参保")]);
            await Expect(page.Sent).ToHaveTextAsync(sent.Select(EndsWith));
        });
    }

    [Fact]
    public Task AQuestionTypedInThePlaygroundIsAnsweredWithItsFigureAndTraces() => UseAsync("emulator", async page =>
    {
        await page.AskAsync("我在石家庄 娃儿刚生20天 医保咋个办");

        // The 90th day, the day of birth being the first.
        await Expect(page.Answers.Last).ToContainTextAsync("宝宝2026年2月13日出生，最迟2026年5月13日办好，还有69天。");
        await Expect(page.Received).ToHaveTextAsync([GreetingPosted, Posted("message 201 河北：新生儿要在出生后90天内参保缴费。"), TurnTraced, StateTraced]);
        await page.InspectAsync(page.Received.Nth(2), "trace 202");
        await Expect(page.Inspected("hebei-newborn-standard")).ToBeVisibleAsync();
    });

    [Fact]
    public Task ASuggestedActionPressedInThePlaygroundIsAnswered() => UseAsync("emulator", async page =>
    {
        await page.PressAsync("住院能报多少");
        await Expect(page.Answers.Last).ToContainTextAsync("您在哪里参保？");
        await page.PressAsync("不知道");

        await Expect(page.Answers).ToHaveTextAsync([StartsWith("您好"), new Regex("您在哪里参保？"), new Regex("知道参保地以后告诉我，我再查当地的。")]);
        await Expect(page.Sent).ToHaveTextAsync([EndsWith("conversationUpdate 200"), EndsWith("message 200 住院能报多少"), EndsWith("message 200 不知道")]);
    });

    [Fact]
    public Task ACalculationIsDrawnAsAReceiptInThePlayground() => UseAsync("emulator", async page =>
    {
        await page.AskAsync("武汉三级医院住院花了3万能报多少");

        await Expect(page.Answers.Last).ToContainTextAsync("计算过程");
        // The card as it is read from top to bottom: (30000 − 800) × 60%.
        Assert.Equal(
            ["30000元", "29200元", "17520元", "12480元"],
            (await page.Answers.Last.InnerTextAsync()).Split('\n').Where(line => Regex.IsMatch(line, @"\A[0-9]+元\z")));
    });

    private static Regex Posted(string start) => new(@"\] User Application -> Microsoft 365 Agents Playground " + start);

    private static Regex StartsWith(string text) => new(@"^\s*" + Regex.Escape(text));

    private static Regex EndsWith(string text) => new(Regex.Escape(text) + @"\s*$");

    private async Task UseAsync(string channel, Func<PlaygroundPage, Task> use)
    {
        await using var browser = await chromium.OpenDeskAsync();
        await using var bot = await MedBotServer.StartAsync(knowledge.Dialogs, Morning);
        await using var playground = await AgentsPlayground.StartAsync(bot.Address, channel, TestContext.Current.CancellationToken);
        var page = await PlaygroundPage.OpenAsync(browser, playground.Page);
        await Expect(page.Actions).ToHaveCountAsync(3);
        await use(page);
        Assert.Empty(page.Thrown);
    }

    /// <summary>The dialogs over the checkout's knowledge, read once.</summary>
    public sealed class RealKnowledge
    {
        public DialogEngine Dialogs { get; } = Assistant.Load(Path.Combine(InstallationRoot.Folder, "knowledge")).Dialogs;
    }
}

using MedBot.EndToEnd.Tests.Browser;
using MedBot.EndToEnd.Tests.Page;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Model;

/// <summary>What a resident at the page of the real program sees of an answer while a model writes it.</summary>
public sealed class StreamedAnswerTests(ChromiumFixture chromium)
{
    /// <summary>The greeting, the question and its one answer.</summary>
    private const int Whole = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheTextGrowsInOneBubbleThatEndsAsTheMessage()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var model = await TruthfulModel.StartAsync();
        await using var server = await MedBotProcess.StartAsync(Cancellation, settings: model.Settings);
        var chat = await ChatPageDriver.OpenAsync(phone, server.Address);
        await chat.AskAsync(TruthfulModel.Question);

        await chat.SeeAsync(TruthfulModel.Opening);
        Assert.Equal(Whole, await chat.Messages.CountAsync());
        var begun = await chat.Messages.Nth(2).InnerTextAsync();
        Assert.Contains("内容由AI生成", begun, StringComparison.Ordinal);
        Assert.DoesNotContain("17520", begun, StringComparison.Ordinal);

        model.GoOn();
        await chat.SeeAsync("17520");
        Assert.Equal(Whole, await chat.Messages.CountAsync());
        Assert.DoesNotContain("来源", await chat.Messages.Nth(2).InnerTextAsync(), StringComparison.Ordinal);

        model.GoOn();
        await chat.SeeAsync("来源：");
        await IsWholeAsync(chat, TruthfulModel.Opening);

        await chat.ReloadAsync();
        await chat.SeeAsync("来源：");
        await IsWholeAsync(chat, TruthfulModel.Opening);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task AfterASentenceThatDoesNotHoldTheDialogsAnswerStandsInTheSameBubble()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var model = await TruthfulModel.StartAsync(lies: true);
        await using var server = await MedBotProcess.StartAsync(Cancellation, settings: model.Settings);
        var chat = await ChatPageDriver.OpenAsync(phone, server.Address);
        await chat.AskAsync(TruthfulModel.Question);
        await chat.SeeAsync(TruthfulModel.Opening);

        model.GoOn();
        model.GoOn();
        model.GoOn();

        await chat.SeeAsync("来源：");
        await IsWholeAsync(chat, "17520");
        var transcript = await chat.Page.Locator("#chat").InnerTextAsync();
        Assert.DoesNotContain(TruthfulModel.Opening, transcript, StringComparison.Ordinal);
        Assert.DoesNotContain(TruthfulModel.Lie, transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("内容由AI生成", transcript, StringComparison.Ordinal);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task APageThatIsOpenedAgainHalfWayShowsTheAnswerOnce()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var model = await TruthfulModel.StartAsync();
        await using var server = await MedBotProcess.StartAsync(Cancellation, settings: model.Settings);
        var chat = await ChatPageDriver.OpenAsync(phone, server.Address);
        await chat.AskAsync(TruthfulModel.Question);
        await chat.SeeAsync(TruthfulModel.Opening);

        await chat.ReloadAsync();
        model.GoOn();
        await chat.SeeAsync("17520");
        model.GoOn();

        await chat.SeeAsync("来源：");
        await IsWholeAsync(chat, TruthfulModel.Opening);
    }

    // One bubble for the answer, and nothing that still moves.
    private static async Task IsWholeAsync(ChatPageDriver chat, string text)
    {
        await chat.WaitForMessagesAsync(Whole);
        Assert.Contains(text, await chat.Messages.Nth(2).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(TruthfulModel.Question, await chat.Messages.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        await chat.Page.Locator(".webchat__typing-indicator").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }
}

using MedBot.EndToEnd.Tests.Browser;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>A resident at the page of the real program, with the real knowledge.</summary>
public sealed class ResidentTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task AResidentAsksOnThePageAndReadsTheFigureWithItsSource()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var server = await MedBotProcess.StartAsync(TestContext.Current.CancellationToken);
        var chat = await ChatPageDriver.OpenAsync(phone, server.Address);

        await chat.AskAsync("廊坊新生儿住院能报多少");

        await chat.SeeAsync("一级医院90%，二级医院75%，三级医院60%");
        await chat.SeeAsync("来源：");
        Assert.Empty(chat.Complaints);
    }
}

using MedBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>The chat on another site's page, put there by one script tag.</summary>
public sealed class EmbeddingTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private CityServer _city = null!;

    public async ValueTask InitializeAsync() => _city = await CityServer.StartAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task OneScriptTagPutsTheChatOnATrustedPage()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var server = await MedBotServer.StartAsync("--DirectLine:TrustedOrigins:0", _city.Origin);
        var page = await OpenCityAsync(phone, server);

        await page.GetByRole(AriaRole.Button, new() { Name = "医保问答" }).ClickAsync();

        var frame = page.FrameLocator("iframe");
        await frame.GetByText(ScriptedDialog.Hello).First.WaitForAsync();
        await frame.GetByPlaceholder("请输入您的问题").FillAsync("住院报多少");
        await frame.GetByPlaceholder("请输入您的问题").PressAsync("Enter");
        await frame.GetByText("回答：住院报多少").First.WaitForAsync();
        await AxeRun.RequireNoViolationAsync(page);
    }

    [Fact]
    public async Task AnUntrustedPageCannotShowTheChat()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var server = await MedBotServer.StartAsync();
        var page = await OpenCityAsync(phone, server);
        var refused = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        await page.GetByRole(AriaRole.Button, new() { Name = "医保问答" }).ClickAsync();

        await refused;
    }

    private async Task<IPage> OpenCityAsync(IBrowserContext phone, MedBotServer server)
    {
        var page = await phone.NewPageAsync();
        _city.Script = new Uri(server.Address, "embed.js");
        await page.GotoAsync(_city.Origin);
        return page;
    }
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Playground;

/// <summary>The Playground's page as a developer uses it: the conversation, and the log of what went over the wire.</summary>
internal sealed class PlaygroundPage
{
    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _thrown = new();

    private PlaygroundPage(IPage page)
    {
        _page = page;
        page.PageError += (_, error) => _thrown.Enqueue(error);
    }

    /// <summary>What the page's scripts threw so far.</summary>
    public IReadOnlyCollection<string> Thrown => _thrown;

    /// <summary>The bot's messages.</summary>
    public ILocator Answers => _page.Locator(".fai-OutputCard");

    /// <summary>The suggested actions under the last message.</summary>
    public ILocator Actions => _page.Locator("button:not([type]):not([aria-label])");

    /// <summary>Lines of the log for what it sent to the bot.</summary>
    public ILocator Sent => Logged("Microsoft 365 Agents Playground -> User Application");

    /// <summary>Lines of the log for what the bot posted to it.</summary>
    public ILocator Received => Logged("User Application -> Microsoft 365 Agents Playground");

    /// <summary>Opens it in a browser that reaches this machine alone: its fonts, which come from elsewhere, stay away.</summary>
    public static async Task<PlaygroundPage> OpenAsync(IBrowserContext browser, Uri address)
    {
        await browser.RouteAsync("**/*", route => new Uri(route.Request.Url).IsLoopback ? route.ContinueAsync() : route.AbortAsync());
        var page = new PlaygroundPage(await browser.NewPageAsync());
        await page._page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async Task AskAsync(string question)
    {
        await _page.GetByRole(AriaRole.Textbox).FillAsync(question);
        await _page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses one of the suggested actions.</summary>
    public Task PressAsync(string action) => Actions.GetByText(action, new() { Exact = true }).ClickAsync();

    /// <summary>Opens a line of the log by its status; the activity stands beneath then.</summary>
    public Task InspectAsync(ILocator line, string status) => line.GetByText(status).ClickAsync();

    /// <summary>A string in the activity that was opened.</summary>
    public ILocator Inspected(string value) => _page.GetByText($"\"{value}\"").First;

    private ILocator Logged(string way) => _page.Locator($"div:has(> span:text-is(\"{way}\"))");
}

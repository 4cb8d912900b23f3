using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>The chat page as a resident uses it.</summary>
internal sealed class ChatPageDriver
{
    private const string Message = ".webchat__basic-transcript__activity";

    private readonly ConcurrentQueue<string> _complaints = new();

    private ChatPageDriver(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue("thrown: " + error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings on the browser's console so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The messages of the conversation, from either side.</summary>
    public ILocator Messages => Page.Locator(Message);

    public static async Task<ChatPageDriver> OpenAsync(IBrowserContext browser, Uri address)
    {
        var chat = new ChatPageDriver(await browser.NewPageAsync());
        await chat.Page.GotoAsync(address.ToString());
        await chat.Messages.First.WaitForAsync();
        return chat;
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await Messages.First.WaitForAsync();
    }

    public async Task AskAsync(string question)
    {
        var box = Page.GetByPlaceholder("请输入您的问题");
        await box.FillAsync(question);
        await box.PressAsync("Enter");
    }

    /// <summary>Presses one of the buttons under the last message.</summary>
    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until a message with the text is visible.</summary>
    public Task SeeAsync(string text) => Messages.GetByText(new Regex(Regex.Escape(text))).First.WaitForAsync();

    public Task WaitForMessagesAsync(int count) =>
        Page.WaitForFunctionAsync("([selector, count]) => document.querySelectorAll(selector).length === count", new object[] { Message, count });
}

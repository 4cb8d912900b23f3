using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(MedBot.EndToEnd.Tests.Browser.ChromiumFixture))]

namespace MedBot.EndToEnd.Tests.Browser;

/// <summary>One headless Chromium for all tests; each opens a context of its own, as fresh as a private window.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>How long a test waits for what it is to see, in milliseconds: longer than a busy machine takes.</summary>
    private const float Patience = 20_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-proxy-server",
                // What it asks for by itself, such as updates, has no address.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            ],
        });
    }

    /// <summary>A phone's screen, in Chinese. The test is skipped where there is no Chromium.</summary>
    public Task<IBrowserContext> OpenPhoneAsync(ColorScheme scheme = ColorScheme.Light) => OpenAsync(new ViewportSize { Width = 390, Height = 844 }, scheme);

    /// <summary>A desk's screen, in Chinese. The test is skipped where there is no Chromium.</summary>
    public Task<IBrowserContext> OpenDeskAsync() => OpenAsync(new ViewportSize { Width = 1400, Height = 900 }, ColorScheme.Light);

    private async Task<IBrowserContext> OpenAsync(ViewportSize size, ColorScheme scheme)
    {
        Assert.SkipWhen(_browser is null, $"Chromium is not installed (looked for {string.Join(", ", Places)}).");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = size,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = scheme,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

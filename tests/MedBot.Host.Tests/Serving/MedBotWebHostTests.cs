using System.Net;
using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Host.Serving;
using MedBot.Policy.Answers;
using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.Host.Tests.Serving;

public sealed class MedBotWebHostTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-host-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private string Database => Path.Combine(_folder, "below", "medbot.db");

    public async ValueTask InitializeAsync()
    {
        _app = Build("--urls", "http://127.0.0.1:0", "--Storage:Path", Database);
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void TheDatabaseIsMadeWhereTheConfigurationSays() => Assert.True(File.Exists(Database));

    [Theory]
    [InlineData("garbage", "it is not a list of Keyword=Value")]
    [InlineData("Host=127.0.0.1;Port=abc", "“port” is no keyword of it, or its value does not fit")]
    public void AConnectionStringThatCannotBeReadIsRefusedBeforeAnythingStarts(string value, string expected) =>
        Assert.Contains(expected, Assert.Throws<StorageException>(() => Build("--ConnectionStrings:Conversations", value)).Message, StringComparison.Ordinal);

    [Fact]
    public void WithoutASettingItListensOnPort3978()
    {
        var app = Build("--Storage:Path", Database);

        Assert.Equal("http://localhost:3978", app.Configuration[WebHostDefaults.ServerUrlsKey]);
    }

    [Fact]
    public void UrlsAreTakenFromTheCommandLine()
    {
        var app = Build("--Storage:Path", Database, "--urls", "http://localhost:5001");

        Assert.Equal("http://localhost:5001", app.Configuration[WebHostDefaults.ServerUrlsKey]);
    }

    [Fact]
    public async Task ThePageIsServedAtTheRootWithItsGuards()
    {
        using var page = await _http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<title>医保问答 · MedBot</title>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(page.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/webchat/webchat.js", "text/javascript")]
    [InlineData("/webchat/webchat.js.LICENSE.txt", "text/plain")]
    [InlineData("/chat.js", "text/javascript")]
    [InlineData("/chat.css", "text/css")]
    public async Task ThePagesFilesAreThere(string path, string type)
    {
        using var file = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(type, file.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/../appsettings.json")]
    [InlineData("/medbot.db")]
    public async Task NothingElseIsServed(string path)
    {
        using var file = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task ARunningServerIsHealthy(string path)
    {
        using var health = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("DirectLine:Secrets:0", "short")]
    [InlineData("Storage:RetentionDays", "0")]
    public async Task WrongSettingsStopTheStartWithExitCodeOne(string setting, string value)
    {
        string[] args = ["--urls", "http://127.0.0.1:0", "--Storage:Path", Database, $"--{setting}", value];

        Assert.Equal(1, await MedBotWebHost.RunAsync(args, AddDialog));
    }

    [Fact]
    public async Task ADatabaseThatCannotBeOpenedStopsTheStartWithExitCodeOne()
    {
        string[] args = ["--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(_folder, "file", "medbot.db")];
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "in the way");

        Assert.Equal(1, await MedBotWebHost.RunAsync(args, AddDialog));
    }

    [Fact]
    public void RelativePathsStartFromTheCheckout() => Assert.True(File.Exists(Path.Combine(InstallationRoot.Folder, "MedBot.sln")));

    private static WebApplication Build(params string[] args) => MedBotWebHost.Build(args, AddDialog);

    private static void AddDialog(IServiceCollection services) => services.AddSingleton<IDialog, Silence>();

    private sealed class Silence : IDialog
    {
        public Answer Greeting() => new(AnswerKind.Answer, "您好");

        public TurnResult Take(ConversationState state, string message, DateOnly today) => new([], state);
    }
}

using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>What the platform sends and what it must get, byte for byte: Payloads/NAME.in.xml and NAME.out.xml.</summary>
public sealed class PayloadTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "WeChat", "Payloads");

    private ChannelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WeChatClient.StartServerAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static TheoryData<string> Names() => [.. Directory.GetFiles(Folder, "*.in.xml").Select(file => Path.GetFileName(file)[..^".in.xml".Length]).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public async Task TheReplyIsTheOneOnFile(string name)
    {
        var answer = await new WeChatClient(_server).PlainAsync(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".in.xml")));

        Assert.Equal(WithoutHeader(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".out.xml"))), answer.Body);
        Assert.Equal(answer.Body == "success" ? "text/plain; charset=utf-8" : "text/xml; charset=utf-8", answer.ContentType);
    }

    private static string WithoutHeader(string file) => file[(file.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd();
}

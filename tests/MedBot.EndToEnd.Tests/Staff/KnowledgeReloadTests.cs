using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Staff;

/// <summary>Staff change a file of knowledge/ while the real program runs on it.</summary>
public sealed class KnowledgeReloadTests : IDisposable
{
    private const string Question = "廊坊医保局电话";
    private const string Table = "regions/131000-langfang/resident/contacts.yaml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _knowledge = Directory.CreateTempSubdirectory("medbot-knowledge-").FullName;

    public KnowledgeReloadTests()
    {
        var checkout = Path.Combine(Checkout(), "knowledge");
        foreach (var file in Directory.EnumerateFiles(checkout, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_knowledge, Path.GetRelativePath(checkout, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_knowledge, recursive: true);

    [Fact]
    public async Task AChangedFigureIsToldWithoutARestartAndABrokenFileChangesNothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await MedBotProcess.StartAsync(cancellation, _knowledge);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Contains("2227130", await AskAsync(http), StringComparison.Ordinal);

        await ChangeAsync("2227130", "2227139");
        await WaitForAsync(http, "2227139");

        await ChangeAsync("office:", "ofice:");
        await ChangeAsync("2227139", "2227138");
        await Task.Delay(TimeSpan.FromSeconds(3), cancellation);
        Assert.Contains("2227139", await AskAsync(http), StringComparison.Ordinal);

        await ChangeAsync("ofice:", "office:");
        await WaitForAsync(http, "2227138");
    }

    private async Task ChangeAsync(string from, string to)
    {
        var path = Path.Combine(_knowledge, Table);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(from, to, StringComparison.Ordinal));
    }

    private static async Task WaitForAsync(HttpClient http, string figure)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!(await AskAsync(http)).Contains(figure, StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
    }

    /// <summary>Asks in a conversation of its own over Direct Line and gives the text of the reply.</summary>
    private static async Task<string> AskAsync(HttpClient http)
    {
        var generated = await CallAsync(http, HttpMethod.Post, "/webchat/token", null, new JsonObject());
        var conversation = await CallAsync(http, HttpMethod.Post, "/v3/directline/conversations", (string)generated["token"]!, null);
        var token = (string)conversation["token"]!;
        var path = $"/v3/directline/conversations/{(string)conversation["conversationId"]!}/activities";
        await CallAsync(http, HttpMethod.Post, path, token, new JsonObject { ["type"] = "message", ["text"] = Question, ["from"] = new JsonObject { ["id"] = "dl_resident" } });
        var activities = (await CallAsync(http, HttpMethod.Get, path, token, null))["activities"]!.AsArray();
        return (string?)activities.Last(activity => (string?)activity!["type"] == "message")!["text"] ?? "";
    }

    private static async Task<JsonNode> CallAsync(HttpClient http, HttpMethod method, string path, string? token, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}

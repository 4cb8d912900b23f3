using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MedBot.Channels.Audit;

namespace MedBot.Host.Tests.Serving.Logs;

/// <summary>The program itself in a process of its own, told by one setting to log JSON.</summary>
public sealed class JsonLogTests : IDisposable
{
    private const string Question = "廊坊医保局电话";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-json-log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task OneSettingMakesEveryLineAnObjectAndNoneHoldsWhatIsSaid()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), .. Settings()])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var lines = new List<JsonNode>();
            var listening = await UntilAsync(program, lines, line => (string)line["Category"]! == "Microsoft.Hosting.Lifetime" && line["State"]!["address"] is not null, patience.Token);
            await AskAsync(new Uri((string)listening["State"]!["address"]!), patience.Token);
            var audit = await UntilAsync(program, lines, line => (string)line["Category"]! == AnswerAudit.Category, patience.Token);

            Assert.Equal("directline", (string)audit["State"]!["Channel"]!);
            Assert.Equal("contact", (string)audit["State"]!["Intent"]!);
            Assert.Equal("answer", (string)audit["State"]!["Kind"]!);
            Assert.EndsWith("Z", ((string)audit["Timestamp"]!).TrimEnd(), StringComparison.Ordinal);
            // As text again, without the escapes of JSON.
            Assert.DoesNotContain(lines.SelectMany(TextsOf), text => text.Contains(Question, StringComparison.Ordinal) || text.Contains("2227130", StringComparison.Ordinal));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(patience.Token);
        }
    }

    private string[] Settings() =>
        ["--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(_folder, "medbot.db"), "--Logging:Console:FormatterName", "json"];

    /// <summary>Reads lines until the one that is waited for.</summary>
    private static async Task<JsonNode> UntilAsync(Process program, List<JsonNode> lines, Func<JsonNode, bool> isIt, CancellationToken cancellation)
    {
        while (await program.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            lines.Add(JsonNode.Parse(line)!);
            if (isIt(lines[^1]))
                return lines[^1];
        }

        throw new InvalidOperationException("MedBot ended.");
    }

    private static async Task AskAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address };
        var token = (string)(await PostAsync(http, "/webchat/token", new JsonObject(), cancellation))["token"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var conversation = (string)(await PostAsync(http, "/v3/directline/conversations", new JsonObject(), cancellation))["conversationId"]!;
        await PostAsync(http, $"/v3/directline/conversations/{conversation}/activities", new JsonObject { ["type"] = "message", ["text"] = Question }, cancellation);
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, JsonObject body, CancellationToken cancellation)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!;
    }

    private static IEnumerable<string> TextsOf(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsOf(member.Value)),
        JsonArray items => items.SelectMany(TextsOf),
        JsonValue value => [value.ToString()],
        _ => [],
    };
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>
/// A resident who asks one question after the other, and asks again, as a client does that got no answer, until each is
/// acknowledged. Keeps account of what was sent.
/// </summary>
internal sealed class Resident(RoundRobin replicas, int number)
{
    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(20);

    private static readonly ImmutableArray<string> Questions =
        ["河北2026年居民医保缴多少钱", "什么时候截止", "新生儿怎么参保", "住院能报多少", "异地就医要备案吗", "谢谢"];

    private readonly List<SentMessage> _sent = [];
    private string _resume = "";

    public string ConversationId { get; private set; } = "";

    public string Token { get; private set; } = "";

    public IReadOnlyList<SentMessage> Sent => _sent;

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await RenewAsync(cancellation);
        await CallAsync(HttpMethod.Post, "/v3/directline/conversations", new JsonObject(), cancellation);
    }

    public async Task TalkAsync(CancellationToken until, CancellationToken cancellation)
    {
        while (!until.IsCancellationRequested)
        {
            await AskAsync($"r{number}-{_sent.Count}", Questions[_sent.Count % Questions.Length], cancellation);
            await Task.Delay(Thinks, cancellation);
        }
    }

    /// <summary>Sends a message under a key until it is acknowledged.</summary>
    public async Task<string> AskAsync(string key, string text, CancellationToken cancellation)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "dl_resident" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = key },
        };
        var id = (string)(await CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{ConversationId}/activities", activity, cancellation))["id"]!;
        lock (_sent)
            _sent.Add(new SentMessage(key, id));
        return id;
    }

    /// <summary>The conversation's whole log, as any client reads it.</summary>
    public async Task<ImmutableArray<JsonNode>> ReadAsync(CancellationToken cancellation)
    {
        var log = ImmutableArray.CreateBuilder<JsonNode>();
        for (var watermark = "0"; ;)
        {
            var set = await CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{ConversationId}/activities?watermark={watermark}", null, cancellation);
            if (set["activities"]!.AsArray() is not { Count: > 0 } activities)
                return log.ToImmutable();
            log.AddRange(activities.Select(activity => activity!));
            watermark = (string)set["watermark"]!;
        }
    }

    /// <summary>Where to connect for what comes after a watermark; the replica is whichever is next.</summary>
    public async Task<Uri> StreamAsync(string watermark, CancellationToken cancellation) =>
        new((string)(await CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{ConversationId}?watermark={watermark}", null, cancellation))["streamUrl"]!);

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        while (true)
        {
            var (status, answer) = await replicas.CallAsync(method, path, Token, body?.DeepClone(), cancellation, alsoTaken: 403);
            if (status != 403)
                return answer;
            Assert.Equal("TokenExpired", (string?)answer["error"]!["code"]);
            await RenewAsync(cancellation);
        }
    }

    private async Task RenewAsync(CancellationToken cancellation)
    {
        var wish = _resume.Length == 0 ? new JsonObject() : new JsonObject { ["resume"] = _resume };
        var (_, granted) = await replicas.CallAsync(HttpMethod.Post, "/webchat/token", null, wish, cancellation);
        Assert.True(ConversationId.Length == 0 || ConversationId == (string)granted["conversationId"]!, "The conversation was lost.");
        (ConversationId, Token, _resume) = ((string)granted["conversationId"]!, (string)granted["token"]!, (string)granted["resume"]!);
    }
}

/// <summary>A message that was acknowledged.</summary>
/// <param name="Key">The client's own name for it.</param>
/// <param name="ActivityId">The id that it was acknowledged with.</param>
internal sealed record SentMessage(string Key, string ActivityId);

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>Direct Line as its clients call it. Answers come back as they were sent, whatever their status.</summary>
internal sealed class DirectLineClient(ChannelServer server, string? credential)
{
    private readonly HttpClient _http = server.Client();

    /// <summary>A page's client with a conversation that runs.</summary>
    public static async Task<(DirectLineClient Client, string Conversation)> OpenAsync(ChannelServer server)
    {
        var page = await new DirectLineClient(server, null).CallAsync(HttpMethod.Post, "/webchat/token", "{}");
        var client = new DirectLineClient(server, page.Text("token"));
        await client.StartAsync();
        return (client, page.Text("conversationId"));
    }

    public Task<DirectLineAnswer> GenerateAsync(string? body = null) => CallAsync(HttpMethod.Post, "/v3/directline/tokens/generate", body);

    public Task<DirectLineAnswer> RefreshAsync() => CallAsync(HttpMethod.Post, "/v3/directline/tokens/refresh");

    public Task<DirectLineAnswer> StartAsync(string? body = null) => CallAsync(HttpMethod.Post, "/v3/directline/conversations", body);

    public Task<DirectLineAnswer> ReconnectAsync(string conversation, string query = "") =>
        CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}{query}");

    public Task<DirectLineAnswer> ReadAsync(string conversation, string query = "") =>
        CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities{query}");

    public Task<DirectLineAnswer> PostAsync(string conversation, string activity) =>
        CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", activity);

    /// <summary>A message as Web Chat writes one.</summary>
    public Task<DirectLineAnswer> SayAsync(string conversation, string text, string key) =>
        PostAsync(conversation, new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["textFormat"] = "plain",
            ["attachments"] = new JsonArray(),
            ["channelData"] = new JsonObject { ["attachmentSizes"] = new JsonArray(), ["clientActivityID"] = key },
            ["channelId"] = "webchat",
            ["from"] = new JsonObject { ["id"] = "somebody", ["name"] = "", ["role"] = "user" },
            ["locale"] = "zh-CN",
            ["localTimestamp"] = "2025-11-01T12:00:00.000+08:00",
            ["localTimezone"] = "Asia/Shanghai",
        }.ToJsonString());

    public async Task<DirectLineAnswer> CallAsync(HttpMethod method, string path, string? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (credential is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonDocument.Parse(text).RootElement : default;
        return new DirectLineAnswer(response.StatusCode, json, response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>An answer of the server.</summary>
internal sealed record DirectLineAnswer(HttpStatusCode Status, JsonElement Json, IReadOnlyDictionary<string, string> Headers)
{
    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;

    public IReadOnlyList<JsonElement> Activities => [.. Json.GetProperty("activities").EnumerateArray()];

    /// <summary>The texts of the activities, in order.</summary>
    public IReadOnlyList<string?> Texts => [.. Activities.Select(activity => activity.TryGetProperty("text", out var text) ? text.GetString() : null)];

    public string Text(string name) => Json.GetProperty(name).GetString()!;
}

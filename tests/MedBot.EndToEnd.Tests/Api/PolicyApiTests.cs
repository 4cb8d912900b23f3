using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace MedBot.EndToEnd.Tests.Api;

/// <summary>The HTTP API as programs call it.</summary>
public sealed class PolicyApiTests
{
    [Fact]
    public async Task EveryExampleOfTheDescriptionIsAnswered()
    {
        await using var medbot = await MedBotProcess.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = medbot.Address };
        var description = await http.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var paths = description.GetProperty("paths").EnumerateObject().ToList();

        Assert.Equal(9, paths.Count);
        foreach (var path in paths)
        {
            var operation = path.Value.EnumerateObject().Single();
            using var response = await ExampleAsync(http, path.Name, operation);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, answer.GetRawText());
            var required = operation.Value.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("required");
            Assert.All(required.EnumerateArray(), member => Assert.True(answer.TryGetProperty(member.GetString()!, out _)));
        }
    }

    [Fact]
    public async Task WhatIsWrongIsToldWithWhatWasExpected()
    {
        await using var medbot = await MedBotProcess.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = medbot.Address };

        await IsProblemAsync(http.GetAsync(new Uri("/api/v1/ratios?hospitalLevel=best", UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.BadRequest, "community、primary、secondary、tertiary");
        await IsProblemAsync(http.GetAsync(new Uri("/api/v1/windows?year=1&year=2", UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.BadRequest, "只能写一次");
        await IsProblemAsync(http.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "/api/v1/reimbursements");
        await IsProblemAsync(PostAsync(http, "{\"totalYuan\":\"many\"}", "application/json"), HttpStatusCode.BadRequest, "应为数字");
        await IsProblemAsync(PostAsync(http, "[]", "application/json"), HttpStatusCode.BadRequest, "JSON 对象");
        await IsProblemAsync(PostAsync(http, "{", "application/json"), HttpStatusCode.BadRequest, "JSON 对象");
        await IsProblemAsync(PostAsync(http, "totalYuan=1", "application/x-www-form-urlencoded"), HttpStatusCode.UnsupportedMediaType, "application/json");
        await IsProblemAsync(PostAsync(http, $"{{\"situation\":\"{new string('长', 20_000)}\"}}", "application/json"), HttpStatusCode.RequestEntityTooLarge, "");
    }

    private static Task<HttpResponseMessage> ExampleAsync(HttpClient http, string path, JsonProperty operation)
    {
        if (operation.Name == "post")
            return PostAsync(http, operation.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText(), "application/json");
        var query = operation.Value.GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.TryGetProperty("example", out _))
            .Select(parameter => $"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(parameter.GetProperty("example").ToString())}");
        return http.GetAsync(new Uri($"{path}?{string.Join('&', query)}", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await http.PostAsync(new Uri("/api/v1/reimbursements", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task IsProblemAsync(Task<HttpResponseMessage> call, HttpStatusCode status, string expected)
    {
        using var response = await call;
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(expected, problem.GetProperty("detail").GetString());
    }
}

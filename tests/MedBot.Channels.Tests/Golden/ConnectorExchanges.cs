using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MedBot.Channels.Tests.Connector;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.Golden;

/// <summary>The Connector on the wire: Golden/Exchanges/emulator.txt and playground.txt.</summary>
public sealed partial class ConnectorExchanges
{
    [Theory]
    [InlineData("emulator")]
    [InlineData("playground")]
    public async Task WhatTheToolSendsIsAnsweredAsOnFile(string tool)
    {
        await using var service = await RecordedService.StartAsync();
        await using var server = await ChannelServer.StartAsync(service.Register);
        using var http = server.Client();
        var names = new Names();
        foreach (var exchange in Exchange.Read(tool))
        {
            using var content = new StringContent(exchange.Body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(exchange.Address, UriKind.Relative), content);
            var seen = new StringBuilder($"< {(int)answer.StatusCode}\n{names.Show(await answer.Content.ReadAsStringAsync())}".Trim());
            for (var posts = Posts.Count(exchange.Expected); posts > 0; posts--)
            {
                var reply = await service.NextAsync();
                seen.Append($"\n<< {reply.Method} {reply.Path}\n{names.Show(WithoutState(reply.Activity.GetRawText()))}");
            }
            Assert.Equal(exchange.Expected, Elapsed.Replace(seen.ToString(), "\"elapsedMs\": {elapsed}"));
        }
        Assert.False(service.HasMore);
    }

    // What the dialog remembers is its own affair, and not the wire's.
    private static string WithoutState(string activity)
    {
        var json = JsonNode.Parse(activity)!;
        if ((string?)json["name"] == "BotState")
            json["value"]!["conversationState"] = "{state}";
        return json.ToJsonString();
    }

    [GeneratedRegex("^<< ", RegexOptions.Multiline)]
    private static partial Regex Posts { get; }

    [GeneratedRegex("\"elapsedMs\": [0-9.E-]+")]
    private static partial Regex Elapsed { get; }
}

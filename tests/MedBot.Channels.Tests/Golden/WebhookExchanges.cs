using System.Text;
using MedBot.Channels.Tests.Hosting;
using MedBot.Channels.Tests.Webhook;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Tests.Golden;

/// <summary>The webhook on the wire: Golden/Exchanges/webhook.txt.</summary>
public sealed class WebhookExchanges
{
    [Fact]
    public async Task WhatAnotherPlatformSendsIsAnsweredAsOnFile()
    {
        await using var server = await ChannelServer.StartAsync(("Webhook:Secrets:0", WebhookCaller.Secret));
        server.Dialog.Script["新生儿怎么参保"] = [new Answer(AnswerKind.Answer, "先落户。") { FollowUps = [new FollowUp("要带什么", "新生儿参保要带什么材料")] }];
        using var http = server.Client();
        var names = new Names();
        foreach (var exchange in Exchange.Read("webhook"))
        {
            var body = Encoding.UTF8.GetBytes(exchange.Body);
            using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), exchange.Address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            WebhookCaller.Sign(request, body, server.Clock.GetUtcNow());
            using var answer = await http.SendAsync(request);

            Assert.Equal(exchange.Expected, $"< {(int)answer.StatusCode}\n{names.Show(await answer.Content.ReadAsStringAsync())}");
        }
    }
}

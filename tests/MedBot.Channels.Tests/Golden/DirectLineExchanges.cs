using System.Text.Json;
using MedBot.Channels.Tests.DirectLine;
using MedBot.Channels.Tests.Hosting;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Channels.Tests.Golden;

/// <summary>Direct Line on the wire: Golden/Exchanges/directline.txt.</summary>
public sealed class DirectLineExchanges
{
    [Fact]
    public async Task WhatWebChatSendsIsAnsweredAsOnFile()
    {
        await using var server = await ChannelServer.StartAsync();
        server.Dialog.Script["算报销"] =
        [
            new Answer(AnswerKind.Answer, "大约能报销7000元。")
            {
                Details = ["按三级医院算。"],
                Steps = [new Step("合规费用", Quantity.Exactly(10000m), "", null), new Step("按比例支付", Quantity.About(7000m), "10000 × 70%", null)],
                Citations = [new Citation("测试文件", "某发〔2025〕1号", "https://example.org/doc")],
                Warnings = ["以参保地医保局为准。"],
                FollowUps = [new FollowUp("换个医院", "二级医院呢")],
            },
        ];
        var names = new Names();
        string? token = null;
        OpenStream? stream = null;
        foreach (var exchange in Exchange.Read("directline"))
        {
            var client = new DirectLineClient(server, token);
            var answer = await client.CallAsync(new HttpMethod(exchange.Method), names.Fill(exchange.Address), exchange.Body.Length == 0 ? null : names.Fill(exchange.Body));
            Learn(answer.Json, names, ref token);
            var seen = $"< {(int)answer.Status}\n{names.Show(answer.Json.GetRawText())}";
            if (exchange.Expected.Contains("\n<< stream\n", StringComparison.Ordinal))
                seen += $"\n<< stream\n{names.Show((await (stream ??= await OpenStream.OpenAsync(server, answer)).SetAsync()).Json.GetRawText())}";
            Assert.Equal(exchange.Expected, seen);
        }
        stream?.Dispose();
    }

    private static void Learn(JsonElement json, Names names, ref string? token)
    {
        foreach (var name in new[] { "resume", "userId", "conversationId" })
        {
            if (json.TryGetProperty(name, out var value))
                names[name] = value.GetString()!;
        }
        if (json.TryGetProperty("streamUrl", out var address))
            names["streamToken"] = address.GetString()!.Split("&t=")[1];
        if (json.TryGetProperty("token", out var given))
            names["token"] = token = given.GetString()!;
    }
}

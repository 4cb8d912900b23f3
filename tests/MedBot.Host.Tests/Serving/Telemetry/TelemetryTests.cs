using MedBot.Host.Tests.Serving.Hosting;

namespace MedBot.Host.Tests.Serving.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task ACollectorGetsMetricsAndTracesAndNobodysWordsOrIds()
    {
        const string Words = "zz-words-of-a-resident";
        await using var collector = await OtlpReceiver.StartAsync();
        string conversation;
        await using (var bot = await RunningBot.StartAsync("Telemetry:OtlpEndpoint", collector.Address, "Telemetry:TraceShare", "1"))
        {
            var open = await bot.OpenAsync();
            (await bot.SayAsync(open, Words)).Dispose();
            (await bot.SayAsync(open, EchoDialog.Trap)).Dispose();
            await bot.ReadAsync(open);
            conversation = open.Conversation;
        }

        var (metrics, traces) = (collector.TextOf("/v1/metrics"), collector.TextOf("/v1/traces"));
        Assert.All(["medbot.turn.duration", "medbot.turn.errors", "medbot.commit.duration", "http.server.request.duration", "premium", "directline"], name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All(["medbot.turn", "medbot.dialog", "medbot.commit", "http.route", "/v3/directline/conversations/{id}/activities"], name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All([metrics, traces], sent => Assert.All([Words, EchoDialog.Trap, conversation, "dl_resident"], word => Assert.DoesNotContain(word, sent, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WithoutACollectorNothingListens()
    {
        await using var bot = await RunningBot.StartAsync();
        using var measures = new Measures(bot.Services);

        Assert.False(measures.WereWanted("medbot.turn.duration"));
    }

    [Fact]
    public async Task TurnsAreMeasuredByChannelIntentAndKind()
    {
        await using var bot = await RunningBot.StartAsync();
        using var measures = new Measures(bot.Services);
        measures.Listen();
        var open = await bot.OpenAsync();

        (await bot.SayAsync(open, "缴多少", key: "1")).Dispose();
        (await bot.SayAsync(open, "缴多少", key: "1")).Dispose();
        (await bot.SayAsync(open, EchoDialog.Trap)).Dispose();

        Assert.Equal(
            [
                "medbot.turn.duration medbot.answer.kind=answer medbot.channel=directline medbot.intent=premium",
                "medbot.turn.duration medbot.answer.kind=not_understood medbot.channel=directline medbot.intent=none",
                "medbot.turn.errors error.type=InvalidOperationException medbot.channel=directline",
                "medbot.turn.repeats",
            ],
            measures.Taken.Where(taken => taken.StartsWith("medbot.turn", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}

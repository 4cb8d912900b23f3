using MedBot.Channels.Draining;
using MedBot.Channels.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Tests.Draining;

public sealed class DrainTests
{
    private readonly SetClock _clock = new(new DateTimeOffset(2025, 11, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task StreamsAreKeptUntilTheLoadBalancerHasHadItsTime()
    {
        using var drain = new Drain(Options.Create(new DrainOptions { Seconds = 5 }), _clock);

        var stopping = drain.StoppingAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(stopping.IsCompleted);
        Assert.False(drain.StreamsEnd.IsCancellationRequested);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await stopping;
        Assert.True(drain.StreamsEnd.IsCancellationRequested);
    }

    [Fact]
    public async Task WithoutALoadBalancerNobodyWaits()
    {
        using var drain = new Drain(Options.Create(new DrainOptions()), _clock);

        await drain.StoppingAsync(TestContext.Current.CancellationToken);

        Assert.True(drain.StreamsEnd.IsCancellationRequested);
    }

    [Fact]
    public async Task StreamsEndAlsoWhenTheTimeToStopIsCutShort()
    {
        using var drain = new Drain(Options.Create(new DrainOptions { Seconds = 5 }), _clock);
        using var impatience = new CancellationTokenSource();

        var stopping = drain.StoppingAsync(impatience.Token);
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping);
        Assert.True(drain.StreamsEnd.IsCancellationRequested);
    }
}

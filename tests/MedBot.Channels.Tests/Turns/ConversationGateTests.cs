using MedBot.Channels.Turns;

namespace MedBot.Channels.Tests.Turns;

public sealed class ConversationGateTests
{
    private readonly ConversationGate _gate = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSecondWaitsForTheFirst()
    {
        var first = await _gate.EnterAsync("a", Cancellation);
        var second = _gate.EnterAsync("a", Cancellation).AsTask();

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task OtherConversationsDoNotWait()
    {
        using var first = await _gate.EnterAsync("a", Cancellation);
        using var other = await _gate.EnterAsync("b", Cancellation);
    }

    [Fact]
    public async Task OneWhoGivesUpLeavesTheWayFree()
    {
        using var patience = new CancellationTokenSource();
        var first = await _gate.EnterAsync("a", Cancellation);
        var second = _gate.EnterAsync("a", patience.Token).AsTask();

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        (await _gate.EnterAsync("a", Cancellation)).Dispose();
    }

    [Fact]
    public async Task LeavingTwiceLetsOnlyOneIn()
    {
        var first = await _gate.EnterAsync("a", Cancellation);
        var second = _gate.EnterAsync("a", Cancellation).AsTask();
        var third = _gate.EnterAsync("a", Cancellation).AsTask();

        first.Dispose();
        first.Dispose();
        var passage = await second;
        Assert.False(third.IsCompleted);
        passage.Dispose();
        (await third).Dispose();
    }
}

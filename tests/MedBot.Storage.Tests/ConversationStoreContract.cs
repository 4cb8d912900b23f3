using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Storage.Tests;

/// <summary>What every store of conversations must do. A provider inherits it and opens its own store.</summary>
public abstract partial class ConversationStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2025, 11, 1, 4, 0, 0, TimeSpan.Zero);

    private IConversationStore _store = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens another store on the same conversations, as a second process or a restart would. It is prepared by the caller.</summary>
    protected abstract IConversationStore OpenStore();

    /// <summary>Comes before the first store is opened.</summary>
    protected virtual ValueTask SetUpAsync() => ValueTask.CompletedTask;

    protected abstract ValueTask CleanUpAsync();

    public async ValueTask InitializeAsync()
    {
        await SetUpAsync();
        _store = OpenStore();
        await _store.PrepareAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AStartedConversationIsFoundWithItsFirstActivities()
    {
        var outcome = await _store.StartAsync(Conversation("a", "greeting"), Cancellation);

        Assert.True(outcome.Created);
        Assert.Equal(new StoredConversation("a", "directline", "dl_1", "{}", 1, Noon), outcome.Conversation);
        Assert.Equal(outcome.Conversation, await _store.FindAsync("a", Cancellation));
        Assert.Equal([new LoggedActivity(1, "greeting")], await _store.ReadAsync("a", 0, 100, Cancellation));
    }

    [Fact]
    public async Task StartingTwiceKeepsTheFirst()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);

        var again = await _store.StartAsync(Conversation("a", "another") with { UserId = "dl_2", State = "other" }, Cancellation);

        Assert.False(again.Created);
        Assert.Equal(new StoredConversation("a", "directline", "dl_1", "{}", 1, Noon), again.Conversation);
        Assert.Equal([new LoggedActivity(1, "greeting")], await _store.ReadAsync("a", 0, 100, Cancellation));
    }

    [Fact]
    public async Task AnUnknownConversationHasNothing()
    {
        Assert.Null(await _store.FindAsync("nowhere", Cancellation));
        Assert.Null(await _store.OpenTurnAsync("nowhere", "m1", Cancellation));
        Assert.Empty(await _store.ReadAsync("nowhere", 0, 100, Cancellation));
        Assert.False(await _store.DeleteAsync("nowhere", Cancellation));
        Assert.IsType<CommitOutcome.NoConversation>(await _store.CommitAsync(Turn("nowhere", 0, "m1"), Cancellation));
    }

    [Fact]
    public async Task ACommittedTurnIsKeptWhole()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);

        var outcome = await _store.CommitAsync(Turn("a", 1, "m1", "question", "answer"), Cancellation);

        Assert.Equal(new CommitOutcome.Committed(3), outcome);
        Assert.Equal(new StoredConversation("a", "directline", "dl_1", "state after m1", 3, Noon.AddSeconds(1)), await _store.FindAsync("a", Cancellation));
        Assert.Equal(
            [new LoggedActivity(2, "question"), new LoggedActivity(3, "answer")],
            await _store.ReadAsync("a", 1, 100, Cancellation));
        Assert.Equal(new HandledMessage(2, 3), await HandledAsync("a", "m1"));
    }

    [Fact]
    public async Task ARetriedMessageIsNotHandledAgain()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);
        await _store.CommitAsync(Turn("a", 0, "m1", "question", "answer"), Cancellation);

        var retry = await _store.CommitAsync(Turn("a", 2, "m1", "question", "another answer"), Cancellation);

        Assert.Equal(new CommitOutcome.AlreadyHandled(new HandledMessage(1, 2)), retry);
        Assert.Equal(2, (await _store.FindAsync("a", Cancellation))!.Watermark);
    }

    [Fact]
    public async Task TheSameKeyInAnotherConversationIsAnotherMessage()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);
        await _store.StartAsync(Conversation("b"), Cancellation);
        await _store.CommitAsync(Turn("a", 0, "m1", "question"), Cancellation);

        Assert.Equal(new CommitOutcome.Committed(1), await _store.CommitAsync(Turn("b", 0, "m1", "question"), Cancellation));
    }

    [Fact]
    public async Task ATurnComputedFromAnOldStateIsSuperseded()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);
        await _store.CommitAsync(Turn("a", 0, "m1", "question", "answer"), Cancellation);

        Assert.IsType<CommitOutcome.Superseded>(await _store.CommitAsync(Turn("a", 0, "m2", "second question"), Cancellation));
        Assert.Null(await HandledAsync("a", "m2"));
        Assert.Equal("state after m1", (await _store.FindAsync("a", Cancellation))!.State);
    }

    [Fact]
    public async Task MessagesWithoutAKeyAreNeverTakenForRetries()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);
        await _store.CommitAsync(Turn("a", 0, null, "one"), Cancellation);

        Assert.Equal(new CommitOutcome.Committed(2), await _store.CommitAsync(Turn("a", 1, null, "one"), Cancellation));
    }

    [Fact]
    public async Task ATurnBeginsWithTheConversationAndWhatItsMessageLedTo()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);
        await _store.CommitAsync(Turn("a", 1, "m1", "question", "answer"), Cancellation);

        var conversation = await _store.FindAsync("a", Cancellation);
        Assert.Equal(new OpenedTurn(conversation!, new HandledMessage(2, 3)), await _store.OpenTurnAsync("a", "m1", Cancellation));
        Assert.Equal(new OpenedTurn(conversation!, null), await _store.OpenTurnAsync("a", "m2", Cancellation));
        Assert.Equal(new OpenedTurn(conversation!, null), await _store.OpenTurnAsync("a", null, Cancellation));
    }

    [Fact]
    public async Task ALongMessageIsKeptWhole()
    {
        var question = string.Concat(Enumerable.Range(0, 40_000).Select(n => (char)('一' + n % 20_000)));
        await _store.StartAsync(Conversation("a"), Cancellation);

        await _store.CommitAsync(Turn("a", 0, "m1", question) with { State = question }, Cancellation);

        Assert.Equal([new LoggedActivity(1, question)], await _store.ReadAsync("a", 0, 10, Cancellation));
        Assert.Equal(question, (await _store.FindAsync("a", Cancellation))!.State);
    }

    [Fact]
    public async Task OfOneMessageThatComesManyTimesAtOnceExactlyOneTurnIsKept()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _store.CommitAsync(Turn("a", 0, "m1", "question"), Cancellation)));

        Assert.Single(outcomes, outcome => outcome is CommitOutcome.Committed);
        Assert.All(outcomes, outcome => Assert.True(outcome is not CommitOutcome.AlreadyHandled { Message: var handled } || handled == new HandledMessage(1, 1)));
        Assert.Equal(1, (await _store.FindAsync("a", Cancellation))!.Watermark);
    }

    [Fact]
    public async Task AProbeOfAPreparedStorePasses() => await _store.ProbeAsync(Cancellation);

    [Fact]
    public async Task ReadingStopsAtTheLimitAndGoesOnFromThere()
    {
        await _store.StartAsync(Conversation("a", "1", "2", "3", "4", "5"), Cancellation);

        Assert.Equal(["1", "2"], (await _store.ReadAsync("a", 0, 2, Cancellation)).Select(activity => activity.Json));
        Assert.Equal(["3", "4", "5"], (await _store.ReadAsync("a", 2, 100, Cancellation)).Select(activity => activity.Json));
        Assert.Empty(await _store.ReadAsync("a", 5, 100, Cancellation));
        Assert.Empty(await _store.ReadAsync("a", long.MaxValue, 100, Cancellation));
    }

    [Fact]
    public async Task OfManyTurnsFromOneStateExactlyOneIsKept()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => _store.CommitAsync(Turn("a", 0, $"m{n}", "question"), Cancellation)));

        Assert.Single(outcomes, outcome => outcome is CommitOutcome.Committed);
        Assert.Equal(39, outcomes.Count(outcome => outcome is CommitOutcome.Superseded));
    }

    [Fact]
    public async Task TurnsOfDifferentConversationsAreAllKept()
    {
        var names = Enumerable.Range(0, 60).Select(n => $"c{n}").ToImmutableArray();
        await Task.WhenAll(names.Select(name => _store.StartAsync(Conversation(name), Cancellation)));

        await Task.WhenAll(names.Select(name => _store.CommitAsync(Turn(name, 0, "m", "question of " + name), Cancellation)));

        foreach (var name in names)
            Assert.Equal([new LoggedActivity(1, "question of " + name)], await _store.ReadAsync(name, 0, 100, Cancellation));
    }

    [Fact]
    public async Task WhatWasReportedAsKeptIsThereForAnotherProcess()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);
        await _store.CommitAsync(Turn("a", 1, "m1", "问题", "回答"), Cancellation);

        var other = OpenStore();
        await other.PrepareAsync(Cancellation);

        Assert.Equal(new StoredConversation("a", "directline", "dl_1", "state after m1", 3, Noon.AddSeconds(1)), await other.FindAsync("a", Cancellation));
        Assert.Equal(["greeting", "问题", "回答"], (await other.ReadAsync("a", 0, 100, Cancellation)).Select(activity => activity.Json));
        Assert.Equal(
            new CommitOutcome.AlreadyHandled(new HandledMessage(2, 3)),
            await other.CommitAsync(Turn("a", 3, "m1", "问题", "回答"), Cancellation));
    }

    [Fact]
    public async Task ADeletedConversationLeavesNothingBehind()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);
        await _store.CommitAsync(Turn("a", 1, "m1", "question"), Cancellation);

        Assert.True(await _store.DeleteAsync("a", Cancellation));

        Assert.Null(await _store.FindAsync("a", Cancellation));
        Assert.Empty(await _store.ReadAsync("a", 0, 100, Cancellation));
        Assert.True((await _store.StartAsync(Conversation("a"), Cancellation)).Created);
        Assert.Null(await HandledAsync("a", "m1"));
    }

    [Fact]
    public async Task ATurnThatForgetsLeavesOnlyItself()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);
        await _store.CommitAsync(Turn("a", 1, "m1", "question", "answer"), Cancellation);

        var outcome = await _store.CommitAsync(Turn("a", 3, "m2", "delete", "deleted") with { ForgetsWhatWas = true }, Cancellation);

        Assert.Equal(new CommitOutcome.Committed(5), outcome);
        Assert.Equal([new LoggedActivity(4, "delete"), new LoggedActivity(5, "deleted")], await _store.ReadAsync("a", 0, 100, Cancellation));
        Assert.Null(await HandledAsync("a", "m1"));
        Assert.Equal(new HandledMessage(4, 5), await HandledAsync("a", "m2"));
    }

    [Fact]
    public async Task OnlyConversationsIdleForLongerAreDeleted()
    {
        await _store.StartAsync(Conversation("old") with { At = Noon.AddDays(-31) }, Cancellation);
        await _store.StartAsync(Conversation("old but used") with { At = Noon.AddDays(-31) }, Cancellation);
        await _store.CommitAsync(Turn("old but used", 0, "m1", "question"), Cancellation);
        await _store.StartAsync(Conversation("on the day") with { At = Noon.AddDays(-30) }, Cancellation);

        Assert.Equal(1, await _store.DeleteIdleAsync(Noon.AddDays(-30), 100, Cancellation));

        Assert.Null(await _store.FindAsync("old", Cancellation));
        Assert.NotNull(await _store.FindAsync("old but used", Cancellation));
        Assert.NotNull(await _store.FindAsync("on the day", Cancellation));
    }

    [Fact]
    public async Task TheFirstCandidateForASecretIsEverybodysSecret()
    {
        var first = await _store.SharedSecretAsync("signing", [1, 2, 3], Cancellation);
        var other = OpenStore();
        await other.PrepareAsync(Cancellation);

        Assert.Equal([1, 2, 3], first);
        Assert.Equal([1, 2, 3], await other.SharedSecretAsync("signing", [9, 9, 9], Cancellation));
        Assert.Equal([7], await other.SharedSecretAsync("another", [7], Cancellation));
    }

    [Fact]
    public async Task WatchersHearOfTheirConversationUntilDisposed()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);
        await _store.StartAsync(Conversation("b"), Cancellation);
        using var heard = new SemaphoreSlim(0);
        var watch = _store.Watch("a", _ => heard.Release());

        await _store.CommitAsync(Turn("a", 0, "m1", "question"), Cancellation);
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));

        watch.Dispose();
        var before = heard.CurrentCount;
        await _store.CommitAsync(Turn("a", 1, "m2", "question"), Cancellation);
        await _store.CommitAsync(Turn("b", 0, "m1", "question"), Cancellation);
        Assert.Equal(before, heard.CurrentCount);
    }

    [Fact]
    public async Task ManyProcessesMayPrepareAtOnce()
    {
        var others = Enumerable.Range(0, 4).Select(_ => OpenStore()).ToList();

        await Task.WhenAll(others.Select(other => Task.Run(() => other.PrepareAsync(Cancellation))));

        foreach (var other in others)
            Assert.True((await other.StartAsync(Conversation(Guid.NewGuid().ToString()), Cancellation)).Created);
    }

    [Fact]
    public async Task PreparingAgainChangesNothing()
    {
        await _store.StartAsync(Conversation("a", "greeting"), Cancellation);

        await _store.PrepareAsync(Cancellation);

        Assert.Equal(1, (await _store.FindAsync("a", Cancellation))!.Watermark);
    }

    [Theory]
    [InlineData("'; DROP TABLE conversation; --")]
    [InlineData("a\0b")]
    [InlineData("a\nb\tc")]
    [InlineData("\ud83d")]
    [InlineData("家👨‍👩‍👧 é")]
    public async Task AnyTextMayBeAnIdAKeyOrAState(string text)
    {
        await _store.StartAsync(Conversation(text, "greeting") with { UserId = text }, Cancellation);

        var outcome = await _store.CommitAsync(
            Turn(text, 1, text, "question") with { State = text, Outgoing = [new OutgoingDelivery("connector", text, text)] }, Cancellation);

        Assert.Equal(new CommitOutcome.Committed(2), outcome);
        Assert.NotNull((await _store.OpenTurnAsync(text, text, Cancellation))!.Handled);
        Assert.Single(await TakeAsync(Noon));
        Assert.True(await _store.DeleteAsync(text, Cancellation));
    }

    private async Task<HandledMessage?> HandledAsync(string id, string key) => (await _store.OpenTurnAsync(id, key, Cancellation))!.Handled;

    private static NewConversation Conversation(string id, params string[] activities) =>
        new(id, "directline", "dl_1", "{}", [.. activities], Noon);

    private static CompletedTurn Turn(string id, long watermark, string? key, params string[] activities) =>
        new(id, watermark, key, [.. activities], $"state after {key}", Noon.AddSeconds(1));
}

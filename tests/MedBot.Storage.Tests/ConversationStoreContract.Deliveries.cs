using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Storage.Tests;

// What holds of deliveries.
public abstract partial class ConversationStoreContract
{
    [Fact]
    public async Task DeliveriesOfAConversationComeOneAfterTheOther()
    {
        await DeliverableAsync("a", "one", "two");
        await DeliverableAsync("b", "three");

        var first = await TakeAsync(Noon.AddSeconds(1));
        Assert.Equal(["one", "three"], first.Select(due => due.Delivery.Body).Order(StringComparer.Ordinal));
        Assert.Empty(await TakeAsync(Noon.AddSeconds(1)));

        await _store.DeliveredAsync(first.Single(due => due.Delivery.Body == "one").Id, Cancellation);
        Assert.Equal(new OutgoingDelivery("connector", "to a", "two"), Assert.Single(await TakeAsync(Noon.AddSeconds(1))).Delivery);
    }

    [Fact]
    public async Task WhatWaitsOrIsUnderWayIsCountedAndWhatArrivedOrWasGivenUpIsNot()
    {
        await DeliverableAsync("a", "one", "two");
        await DeliverableAsync("b", "three");
        await DeliverableAsync("c", "four");
        Assert.Equal(4, await _store.CountWaitingAsync(Cancellation));

        var taken = await TakeAsync(Noon.AddSeconds(1));
        Assert.Equal(4, await _store.CountWaitingAsync(Cancellation));

        await _store.DeliveredAsync(taken.Single(due => due.Delivery.Body == "three").Id, Cancellation);
        await _store.UndeliveredAsync(taken.Single(due => due.Delivery.Body == "four").Id, "404", null, Cancellation);
        Assert.Equal(2, await _store.CountWaitingAsync(Cancellation));
    }

    [Fact]
    public async Task ADeliveryWhoseTakerDiedIsTakenAgain()
    {
        await DeliverableAsync("a", "one");
        await TakeAsync(Noon.AddSeconds(1));

        Assert.Empty(await TakeAsync(Noon.AddSeconds(60)));
        Assert.Equal("one", Assert.Single(await TakeAsync(Noon.AddSeconds(61))).Delivery.Body);
    }

    [Fact]
    public async Task ADeliveryThatItsTakerHoldsOnToIsNobodyElses()
    {
        await DeliverableAsync("a", "one");
        var taken = Assert.Single(await TakeAsync(Noon));

        await _store.HoldAsync([taken.Id], Noon.AddSeconds(100), Cancellation);

        Assert.Empty(await TakeAsync(Noon.AddSeconds(99)));
        Assert.Equal(taken, Assert.Single(await TakeAsync(Noon.AddSeconds(100))));
    }

    [Fact]
    public async Task HoldingOnComesTooLateForADeliveryThatWasPutOff()
    {
        await DeliverableAsync("a", "one");
        var taken = Assert.Single(await TakeAsync(Noon));
        await _store.UndeliveredAsync(taken.Id, "503", Noon.AddSeconds(2), Cancellation);

        await _store.HoldAsync([taken.Id], Noon.AddSeconds(100), Cancellation);

        Assert.Single(await TakeAsync(Noon.AddSeconds(2)));
    }

    [Fact]
    public async Task ADeliveryPutOffComesBackWithItsAttemptsAndHoldsTheNextOneBack()
    {
        await DeliverableAsync("a", "one", "two");
        var first = Assert.Single(await TakeAsync(Noon.AddSeconds(1)));

        await _store.UndeliveredAsync(first.Id, "503", Noon.AddSeconds(10), Cancellation);

        Assert.Empty(await TakeAsync(Noon.AddSeconds(9)));
        Assert.Equal(first with { Attempts = 1 }, Assert.Single(await TakeAsync(Noon.AddSeconds(10))));
    }

    [Fact]
    public async Task ADeliveryGivenUpIsSeenByStaffAndLetsTheNextOnePass()
    {
        await DeliverableAsync("a", "one", "two");
        var first = Assert.Single(await TakeAsync(Noon.AddSeconds(1)));

        await _store.UndeliveredAsync(first.Id, "404", null, Cancellation);

        Assert.Equal("two", Assert.Single(await TakeAsync(Noon.AddSeconds(1))).Delivery.Body);
        Assert.Equal([new DeadDelivery("a", "connector", 1, "404")], await _store.ReadDeadAsync(10, Cancellation));
    }

    [Fact]
    public async Task ADeliveryPutOffByAClockThatWasSetBackSinceIsTriedAtOnce()
    {
        await DeliverableAsync("a", "one");
        var first = Assert.Single(await TakeAsync(Noon.AddYears(1)));
        await _store.UndeliveredAsync(first.Id, "503", Noon.AddYears(1).AddSeconds(2), Cancellation);

        Assert.Equal("one", Assert.Single(await TakeAsync(Noon)).Delivery.Body);
    }

    [Fact]
    public async Task EachOfManyDeliveriesIsTakenByOneOfManyTakers()
    {
        foreach (var number in Enumerable.Range(0, 30))
            await DeliverableAsync($"c{number}", $"to c{number}");

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _store.TakeDueAsync(Noon, Noon.AddSeconds(60), 4, Cancellation)));
        var rest = await _store.TakeDueAsync(Noon, Noon.AddSeconds(60), 100, Cancellation);

        var bodies = taken.SelectMany(some => some).Concat(rest).Select(due => due.Delivery.Body).ToList();
        Assert.Equal(30, bodies.Count);
        Assert.Equal(30, bodies.Distinct().Count());
    }

    [Fact]
    public async Task ADeletedConversationDeliversNothing()
    {
        await DeliverableAsync("a", "one");

        await _store.DeleteAsync("a", Cancellation);

        Assert.Empty(await TakeAsync(Noon.AddSeconds(1)));
    }

    [Fact]
    public async Task ATurnThatIsNotKeptDeliversNothing()
    {
        await _store.StartAsync(Conversation("a"), Cancellation);

        await _store.CommitAsync(Turn("a", 7, "m1", "question") with { Outgoing = [new OutgoingDelivery("connector", "to a", "one")] }, Cancellation);

        Assert.Empty(await TakeAsync(Noon.AddDays(1)));
    }

    private async Task DeliverableAsync(string id, params string[] bodies)
    {
        await _store.StartAsync(Conversation(id), Cancellation);
        var deliveries = bodies.Select(body => new OutgoingDelivery("connector", "to " + id, body));
        await _store.CommitAsync(Turn(id, 0, "m1", "question") with { Outgoing = [.. deliveries] }, Cancellation);
    }

    private Task<ImmutableArray<DueDelivery>> TakeAsync(DateTimeOffset now) => _store.TakeDueAsync(now, now.AddSeconds(60), 10, Cancellation);
}

using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;

namespace MedBot.Channels.Connector;

/// <summary>Takes turns with what channels post.</summary>
internal sealed class ConnectorInbox(TurnRunner turns)
{
    /// <summary>The replies, when they are wanted in the answer; null when they go out by themselves.</summary>
    public async Task<ExpectedReplies?> TakeMessageAsync(ConnectorChannel channel, CancellationToken cancellation)
    {
        await turns.StartAsync(ConnectorChannel.Name, channel.ConversationId, null, null, cancellation);
        return Expected(channel, await TakeAsync(channel, channel.Message, cancellation));
    }

    /// <summary>Greets whoever came.</summary>
    public async Task<ExpectedReplies?> TakeArrivalsAsync(ConnectorChannel channel, CancellationToken cancellation)
    {
        await turns.StartAsync(ConnectorChannel.Name, channel.ConversationId, null, null, cancellation);
        var greetings = ImmutableArray.CreateBuilder<Activity>();
        foreach (var arrival in channel.Arrivals)
            greetings.AddRange(await TakeAsync(channel, arrival, cancellation));
        return Expected(channel, greetings.ToImmutable());
    }

    /// <summary>What a card shows after one of its buttons was pressed.</summary>
    public async Task<InvokeAnswer> TakeCardAsync(ConnectorChannel channel, CancellationToken cancellation)
    {
        if (channel.CardMessage is not { } message)
            return CardSubmission.Refusal();
        await turns.StartAsync(ConnectorChannel.Name, channel.ConversationId, null, null, cancellation);
        return CardSubmission.Answer([.. await TakeAsync(channel, message, cancellation)]);
    }

    private async Task<IEnumerable<Activity>> TakeAsync(ConnectorChannel channel, IncomingMessage message, CancellationToken cancellation)
    {
        var outcome = await turns.TakeAsync(message, channel.Style, cancellation);
        return outcome is TurnOutcome.Answered answered ? answered.Replies : [];
    }

    private static ExpectedReplies? Expected(ConnectorChannel channel, IEnumerable<Activity> replies) =>
        channel.WantsRepliesInAnswer ? new ExpectedReplies(channel.Addressed(replies)) : null;
}

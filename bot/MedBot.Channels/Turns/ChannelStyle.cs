using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Dialogs;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Turns;

/// <summary>What is a channel's own in a turn.</summary>
/// <param name="Render">How it shows answers.</param>
public sealed record ChannelStyle(AnswerRenderer Render)
{
    /// <summary>The channel whose conversations alone its callers may speak in; null where the ids that they give are the channel's own in any case.</summary>
    public string? Channel { get; init; }

    /// <summary>What it sends out because of a turn; nothing where clients fetch the replies themselves.</summary>
    public Func<TurnAccount, ImmutableArray<OutgoingDelivery>> SendOut { get; init; } = _ => [];

    /// <summary>Reads messages in the light of what was said before; null where they mean what they say.</summary>
    public IContextReader? Context { get; init; }

    /// <summary>A reply that took longer than this has missed its sender and is marked so, to be found when it is asked for; null where replies wait.</summary>
    public TimeSpan? Patience { get; init; }

    internal bool Takes(StoredConversation conversation) => Channel is null || Channel == conversation.Channel;
}

/// <summary>A turn that was just taken.</summary>
/// <param name="Activities">The user's activity and then the replies, as they are recorded.</param>
/// <param name="Replies">What was understood and answered; empty for what is not asked of the dialog.</param>
/// <param name="Elapsed">How long the dialog took.</param>
public sealed record TurnAccount(ImmutableArray<Activity> Activities, ImmutableArray<Reply> Replies, TimeSpan Elapsed);

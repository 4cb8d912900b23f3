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

    /// <summary>What it sends out because of a turn, or because of what follows one; nothing where clients fetch the replies themselves.</summary>
    public Func<TurnAccount, ImmutableArray<OutgoingDelivery>> SendOut { get; init; } = _ => [];

    /// <summary>Reads messages in the light of what was said before; null where they mean what they say.</summary>
    public IContextReader? Context { get; init; }

    /// <summary>A reply that took longer than this has missed its sender and is marked so, to be found when it is asked for; null where replies wait.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How it deals with answers that take their time.</summary>
    public ElaborationStyle Elaboration { get; init; } = ElaborationStyle.Following;

    internal bool Takes(StoredConversation conversation) => Channel is null || Channel == conversation.Channel;
}

/// <summary>A turn that was just taken, or what followed it.</summary>
/// <param name="Activities">The replies as they are recorded.</param>
/// <param name="Replies">What was understood and answered; empty for what is not asked of the dialog.</param>
/// <param name="State">The dialog's state after it, as JSON.</param>
/// <param name="Elapsed">How long the dialog took.</param>
public sealed record TurnAccount(ImmutableArray<Activity> Activities, ImmutableArray<Reply> Replies, string State, TimeSpan Elapsed)
{
    /// <summary>True for a better answer that follows a turn whose first answer was given.</summary>
    public bool Follows { get; init; }

    /// <summary>What the dialog failed with, by its type; null when it did not.</summary>
    public string? Failure { get; init; }
}

using System.Collections.Immutable;
using MedBot.Channels.Activities;

namespace MedBot.Channels.Turns;

/// <summary>What became of a message.</summary>
public abstract record TurnOutcome
{
    private TurnOutcome() { }

    /// <summary>It was answered, now or when it came for the first time.</summary>
    /// <param name="ActivityId">Id of the user's activity.</param>
    /// <param name="Activities">The user's activity and then the replies, as recorded.</param>
    /// <param name="Repeated">True when it had been answered before and nothing ran.</param>
    public sealed record Answered(string ActivityId, ImmutableArray<Activity> Activities, bool Repeated) : TurnOutcome
    {
        public IEnumerable<Activity> Replies => Activities.Skip(1);
    }

    /// <summary>There is no such conversation (any more).</summary>
    public sealed record NoConversation : TurnOutcome;
}

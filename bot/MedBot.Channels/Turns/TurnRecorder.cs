using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Turns;

/// <summary>Writes the activities of one turn behind the ones that a conversation has, a millisecond apart.</summary>
internal sealed class TurnRecorder(StoredConversation conversation, DateTimeOffset at)
{
    private readonly ImmutableArray<Activity>.Builder _activities = ImmutableArray.CreateBuilder<Activity>();

    private DateTimeOffset _next = at;

    public ImmutableArray<Activity> Activities => _activities.ToImmutable();

    /// <summary>What is added from now on happened at this time at the earliest.</summary>
    public void NotBefore(DateTimeOffset time) => _next = time > _next ? time : _next;

    /// <summary>The activity as it is recorded.</summary>
    public Activity Add(Activity activity)
    {
        var stamped = ActivityStamp.Stamp(
            activity, conversation.Channel, conversation.Id, conversation.Watermark + 1 + _activities.Count, _next);
        _activities.Add(stamped);
        _next = _next.AddMilliseconds(1);
        return stamped;
    }

    public CompletedTurn Completed(string? messageKey, string state) => new(
        conversation.Id,
        conversation.Watermark,
        messageKey,
        [.. _activities.Select(ActivityJson.Write)],
        state,
        _activities.Count == 0 ? _next : _next.AddMilliseconds(-1));
}

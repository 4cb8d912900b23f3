using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Turns;

/// <summary>Writes the activities of one turn behind the ones that a conversation has, a millisecond apart.</summary>
internal sealed class TurnRecorder(StoredConversation conversation, DateTimeOffset at)
{
    private readonly ImmutableArray<Activity>.Builder _activities = ImmutableArray.CreateBuilder<Activity>();

    public ImmutableArray<Activity> Activities => _activities.ToImmutable();

    /// <summary>The activity as it is recorded.</summary>
    public Activity Add(Activity activity)
    {
        var stamped = ActivityStamp.Stamp(
            activity, conversation.Channel, conversation.Id, conversation.Watermark + 1 + _activities.Count, at.AddMilliseconds(_activities.Count));
        _activities.Add(stamped);
        return stamped;
    }

    public CompletedTurn Completed(string? messageKey, string state) => new(
        conversation.Id,
        conversation.Watermark,
        messageKey,
        [.. _activities.Select(ActivityJson.Write)],
        state,
        at.AddMilliseconds(Math.Max(0, _activities.Count - 1)));
}

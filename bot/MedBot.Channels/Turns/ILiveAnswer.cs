using MedBot.Channels.Activities;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>Shows an answer to whoever waits for it while it is still being written. Thread-safe.</summary>
public interface ILiveAnswer
{
    /// <summary>True once some of it was shown.</summary>
    bool HasBegun { get; }

    /// <summary>Shows the answer so far in the place of what was shown before. Returns at once; does nothing once it is concluded.</summary>
    void Show(Answer soFar);

    /// <summary>Ends it with a reply that is about to be kept.</summary>
    /// <returns>The reply, marked so that it is shown in the place of what was shown so far; as it was when nothing was.</returns>
    Activity Conclude(Activity reply);
}

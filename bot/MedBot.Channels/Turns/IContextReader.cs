using System.Collections.Immutable;
using MedBot.Channels.Activities;

namespace MedBot.Channels.Turns;

/// <summary>Reads what a channel without buttons or long messages gets instead of them: a number for a choice, a word for the next page.</summary>
public interface IContextReader
{
    /// <summary>True when the message may mean something else than it says.</summary>
    bool Concerns(IncomingMessage message);

    /// <summary>The message as it is meant: with another text, with a reply of its own, or as it was.</summary>
    /// <param name="message">As it came.</param>
    /// <param name="recent">The conversation's last activities, oldest first.</param>
    IncomingMessage Read(IncomingMessage message, ImmutableArray<Activity> recent);
}

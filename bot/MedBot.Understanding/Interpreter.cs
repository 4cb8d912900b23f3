using System.Collections.Immutable;

namespace MedBot.Understanding;

/// <summary>Reads residents' messages. Immutable and thread-safe; the same message, context and day give the same requests.</summary>
public sealed class Interpreter
{
    /// <summary>The requests of a message in the order in which they stand; at least one.</summary>
    /// <param name="message">What the resident typed, as it came; may be empty or of any length.</param>
    /// <param name="context">What the conversation knows.</param>
    /// <param name="today">Today in China; 今年 and 昨天 are counted from it.</param>
    public ImmutableArray<Request> Interpret(string message, Context context, DateOnly today) =>
        [new Request(message, SpeechAct.Ask, Intent.Other, 0)];
}

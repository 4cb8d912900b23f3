using System.Collections.Immutable;

namespace MedBot.Storage.Conversations;

/// <summary>Activities as they were added to a conversation's log.</summary>
/// <param name="After">The watermark before; the first of them has the number after it.</param>
/// <param name="Activities">Each a JSON object.</param>
public sealed record LogAddition(long After, ImmutableArray<string> Activities);

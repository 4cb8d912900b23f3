using System.Collections.Immutable;

namespace MedBot.Understanding.Normalisation;

/// <summary>
/// A message in the spelling of the lexicon, and for each character of it which part of the message it came from.
/// </summary>
/// <param name="Text">Simplified, half-width, lower case, without spaces between Chinese characters, rewordings applied.</param>
/// <param name="Origins">For each character of <paramref name="Text"/>, the run of characters of the message.</param>
/// <param name="Message">The message as typed.</param>
/// <param name="Changes">What was reworded, for staff: 新农合→居民医保.</param>
internal sealed record NormalText(string Text, ImmutableArray<Range> Origins, string Message, ImmutableArray<string> Changes)
{
    /// <summary>The words of the message that a run of the text came from.</summary>
    public string Original(int start, int length)
    {
        if (length <= 0 || start >= Origins.Length)
            return "";
        var from = Origins[start].Start.Value;
        var to = from;
        for (var i = start; i < Math.Min(start + length, Origins.Length); i++)
            to = Math.Max(to, Origins[i].End.Value);
        return Message[from..to];
    }

    /// <summary>
    /// Whether a blank stood before a character, or beside words cut out before it, which many people type where others type
    /// a comma. Not beside Latin letters.
    /// </summary>
    public bool IsSpacedBefore(int at)
    {
        if (at <= 0 || at >= Origins.Length)
            return false;
        var (from, to) = (Origins[at - 1].End.Value, Origins[at].Start.Value);
        return from > 0 && from < to && (char.IsWhiteSpace(Message[from]) || char.IsWhiteSpace(Message[to - 1])) && !char.IsAscii(Message[from - 1]) && !char.IsAscii(Message[to]);
    }

    /// <summary>A run of the text as a text of its own, with the same message behind it.</summary>
    public NormalText Slice(int start, int length) =>
        this with { Text = Text.Substring(start, length), Origins = Origins.Slice(start, length) };

    /// <summary>The text without a run of it.</summary>
    public NormalText Without(int start, int length) =>
        this with { Text = Text.Remove(start, length), Origins = Origins.RemoveRange(start, length) };
}

using System.Collections.Immutable;

namespace MedBot.Understanding.Normalisation;

/// <summary>A text on its way to normal form: characters, each with the run of the message that it stands for.</summary>
internal sealed class Draft(int capacity)
{
    private readonly List<char> _letters = new(capacity);
    private readonly List<Range> _origins = new(capacity);

    public int Length => _letters.Count;

    public ReadOnlySpan<char> Letters => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_letters);

    public char Last => _letters.Count == 0 ? '\0' : _letters[^1];

    public void Add(char letter, Range origin)
    {
        _letters.Add(letter);
        _origins.Add(origin);
    }

    public void DropLast()
    {
        _letters.RemoveAt(_letters.Count - 1);
        _origins.RemoveAt(_origins.Count - 1);
    }

    /// <summary>Takes a run of another draft over as it is.</summary>
    public void Copy(Draft other, int start, int length)
    {
        for (var i = start; i < start + length; i++)
            Add(other._letters[i], other._origins[i]);
    }

    /// <summary>Writes a word in place of a run of another draft; each of its characters stands for the whole run.</summary>
    public void Replace(Draft other, int start, int length, string word)
    {
        var origin = other._origins[start].Start..other._origins[start + length - 1].End;
        foreach (var letter in word)
            Add(letter, origin);
    }

    public NormalText ToNormalText(string message, ImmutableArray<string> changes) =>
        new(new string(Letters), [.. _origins], message, changes);
}

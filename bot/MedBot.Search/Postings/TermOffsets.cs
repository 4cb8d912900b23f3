using System.Runtime.InteropServices;

namespace MedBot.Search.Postings;

/// <summary>
/// Where the list of each term starts, by open addressing. Key and offset lie side by side, so that a look costs one access to memory;
/// a sixth of the places is spare. Immutable.
/// </summary>
internal sealed class TermOffsets
{
    private readonly Place[] _places;

    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private struct Place
    {
        public ulong Key;
        public int Offset;
    }

    /// <param name="keys">Distinct terms, none of them zero.</param>
    /// <param name="offsets">The start of the list of each.</param>
    public TermOffsets(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> offsets)
    {
        Count = keys.Length;
        _places = new Place[keys.Length + keys.Length / 5 + 1];
        for (var i = 0; i < keys.Length; i++)
        {
            var at = Home(keys[i]);
            while (_places[at].Key != 0)
                at = at + 1 == _places.Length ? 0 : at + 1;
            _places[at] = new Place { Key = keys[i], Offset = offsets[i] };
        }
    }

    public int Count { get; }

    public long Bytes => _places.LongLength * (sizeof(ulong) + sizeof(int));

    /// <summary>Where the term's list starts, or −1.</summary>
    public int Find(ulong key)
    {
        var places = _places;
        for (var at = Home(key); places[at].Key is var found && found != 0; at = at + 1 == places.Length ? 0 : at + 1)
            if (found == key)
                return places[at].Offset;
        return -1;
    }

    private int Home(ulong key) => unchecked((int)Math.BigMul(key * 0x9E3779B97F4A7C15UL, (ulong)_places.Length, out _));
}

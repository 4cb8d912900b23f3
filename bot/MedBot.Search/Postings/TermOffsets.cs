namespace MedBot.Search.Postings;

/// <summary>
/// Where the list of each term starts, by open addressing; a sixth of the places is spare. A place holds 32 bits of the term beside the offset:
/// they tell characters from characters and pairs from pairs exactly, and mistake other terms about once in a thousand million looks. Immutable.
/// </summary>
internal sealed class TermOffsets
{
    // The mark in the upper half, the offset plus one in the lower. Zero: spare.
    private readonly ulong[] _places;

    /// <param name="keys">Distinct terms, none of them zero.</param>
    /// <param name="offsets">The start of the list of each.</param>
    public TermOffsets(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> offsets)
    {
        Count = keys.Length;
        _places = new ulong[keys.Length + keys.Length / 5 + 1];
        for (var i = 0; i < keys.Length; i++)
        {
            var at = Home(keys[i]);
            while (_places[at] != 0)
                at = at + 1 == _places.Length ? 0 : at + 1;
            _places[at] = ((ulong)Mark(keys[i]) << 32) | (uint)(offsets[i] + 1);
        }
    }

    public int Count { get; }

    public long Bytes => _places.LongLength * sizeof(ulong);

    /// <summary>Where the term's list starts, or −1.</summary>
    public int Find(ulong key)
    {
        unchecked
        {
            var places = _places;
            var mark = Mark(key);
            for (var at = Home(key); places[at] is var place && place != 0; at = at + 1 == places.Length ? 0 : at + 1)
                if ((uint)(place >> 32) == mark)
                    return (int)(uint)place - 1;
            return -1;
        }
    }

    private int Home(ulong key) => unchecked((int)Math.BigMul(key * 0x9E3779B97F4A7C15UL, (ulong)_places.Length, out _));

    // Of terms with equal upper halves, as all characters and all pairs have, no two are alike.
    private static uint Mark(ulong key) => unchecked((uint)key ^ ((uint)(key >> 32) * 0x9E3779B1U));
}

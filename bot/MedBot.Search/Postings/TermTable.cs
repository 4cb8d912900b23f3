using System.Numerics;

namespace MedBot.Search.Postings;

/// <summary>Term keys to dense numbers from zero, by open addressing. Lives while a segment is built.</summary>
internal sealed class TermTable
{
    private ulong[] _keys;
    private int[] _slots;
    private int _shift;
    private int _count;

    public TermTable(int capacity)
    {
        _keys = new ulong[Math.Max(16, capacity)];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)_keys.Length * 2);
        _slots = new int[size];
        _shift = 64 - BitOperations.Log2((uint)size);
    }

    public int Count => _count;

    /// <summary>All terms in the order of their numbers.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    /// <summary>The number of a term, newly given when it is not held yet.</summary>
    public int FindOrAdd(ulong key)
    {
        var mask = _slots.Length - 1;
        var slot = Home(key);
        while (_slots[slot] is var found && found != 0)
        {
            if (_keys[found - 1] == key)
                return found - 1;
            slot = (slot + 1) & mask;
        }

        if (_count == _keys.Length)
            Array.Resize(ref _keys, _count * 2);
        _keys[_count] = key;
        _slots[slot] = ++_count;
        if (_count * 3L > _slots.Length * 2L)
            Rehash(_slots.Length * 2);
        return _count - 1;
    }

    /// <summary>Forgets all terms and keeps the room.</summary>
    public void Clear()
    {
        _slots.AsSpan().Clear();
        _count = 0;
    }

    private void Rehash(int size)
    {
        _slots = new int[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        var mask = size - 1;
        for (var i = 0; i < _count; i++)
        {
            var slot = Home(_keys[i]);
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    private int Home(ulong key) => unchecked((int)((key * 0x9E3779B97F4A7C15UL) >> _shift));
}

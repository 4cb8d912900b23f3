using System.Numerics;

namespace MedBot.Search.Analysis;

/// <summary>
/// Collects the terms of one unit, field by field, and turns counts into the unit's impact of each term:
/// the sum over fields of weight × tf / (tf + norm). Of several stored questions the best counts, not their sum.
/// Reused from unit to unit; not thread-safe.
/// </summary>
internal sealed class TermCounter
{
    private ulong[] _keys = new ulong[1024];
    private int[] _counts = new int[1024];
    private float[] _impacts = new float[1024];
    private float[] _alternatives = new float[1024];
    private int[] _field = new int[1024];
    private int[] _slots = new int[4096];
    private int _count;
    private int _fieldCount;

    public int Count => _count;

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    /// <summary>The impacts so far, in the order of <see cref="Keys"/>.</summary>
    public ReadOnlySpan<float> Impacts => _impacts.AsSpan(0, _count);

    public void Clear()
    {
        if (_count * 4 > _slots.Length)
            Array.Clear(_slots);
        else
            foreach (var key in Keys)
                ClearSlot(key);
        Array.Clear(_counts, 0, _count);
        Array.Clear(_impacts, 0, _count);
        Array.Clear(_alternatives, 0, _count);
        _count = 0;
        _fieldCount = 0;
    }

    /// <summary>One occurrence of a term in the present field.</summary>
    public void Add(ulong key)
    {
        var entry = Entry(key);
        if (_counts[entry]++ == 0)
            _field[_fieldCount++] = entry;
    }

    /// <summary>Closes the present field and adds its share to every term's impact.</summary>
    /// <param name="weight">The field's weight.</param>
    /// <param name="norm">BM25's k1 × (1 − b + b × length / average) for this field of this unit.</param>
    public void CloseField(float weight, float norm)
    {
        for (var i = 0; i < _fieldCount; i++)
        {
            var entry = _field[i];
            _impacts[entry] += weight * Saturate(_counts[entry], norm);
            _counts[entry] = 0;
        }

        _fieldCount = 0;
    }

    /// <summary>Closes the present field as one of several alternatives: only the best of them counts in the end.</summary>
    public void CloseAlternative(float weight, float norm)
    {
        for (var i = 0; i < _fieldCount; i++)
        {
            var entry = _field[i];
            _alternatives[entry] = Math.Max(_alternatives[entry], weight * Saturate(_counts[entry], norm));
            _counts[entry] = 0;
        }

        _fieldCount = 0;
    }

    public void Finish()
    {
        for (var i = 0; i < _count; i++)
            _impacts[i] += _alternatives[i];
    }

    private static float Saturate(int count, float norm) => count / (count + norm);

    private int Entry(ulong key)
    {
        var mask = _slots.Length - 1;
        var slot = Home(key, mask);
        while (_slots[slot] is var found && found != 0)
        {
            if (_keys[found - 1] == key)
                return found - 1;
            slot = (slot + 1) & mask;
        }

        if (_count == _keys.Length)
        {
            Grow();
            return Entry(key);
        }

        _keys[_count] = key;
        _slots[slot] = ++_count;
        return _count - 1;
    }

    private void ClearSlot(ulong key)
    {
        // Runs of occupied slots are cleared whole: every key of a run is cleared by this same walk or its own.
        var mask = _slots.Length - 1;
        for (var slot = Home(key, mask); _slots[slot] != 0; slot = (slot + 1) & mask)
            _slots[slot] = 0;
    }

    private void Grow()
    {
        var size = _keys.Length * 2;
        Array.Resize(ref _keys, size);
        Array.Resize(ref _counts, size);
        Array.Resize(ref _impacts, size);
        Array.Resize(ref _alternatives, size);
        Array.Resize(ref _field, size);
        _slots = new int[size * 4];
        var mask = _slots.Length - 1;
        for (var i = 0; i < _count; i++)
        {
            var slot = Home(_keys[i], mask);
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    private static int Home(ulong key, int mask) => unchecked((int)((key * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.PopCount((uint)mask))));
}

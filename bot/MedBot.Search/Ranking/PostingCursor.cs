using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MedBot.Search.Postings;

namespace MedBot.Search.Ranking;

/// <summary>Walks one list of a segment from window to window, adding weight × impact to the accumulators of a window's units.</summary>
internal struct PostingCursor
{
    // A list as short as this is looked through from its start for each of so many units: quicker than walking it and guessing branches wrong.
    private const int ScannedPostings = 256;
    private const int ScannedUnits = 64;

    private readonly byte[] _data;
    private readonly int _start;
    private readonly int _postings;
    private readonly byte _form;
    private int _unit;
    private int _index;
    private int _at;

    public PostingCursor(byte[] data, int offset, int weight)
    {
        _data = data;
        _form = data[offset];
        Weight = weight;
        Greatest = data[offset + 1] * weight;
        _unit = -1;
        if (_form < PostingLayout.BlocksForm)
        {
            _postings = _form;
            _start = offset + PostingLayout.ShortHeader;
        }
        else
        {
            _postings = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(offset + 2));
            _start = offset + PostingLayout.LongHeader;
        }

        _at = _start;
    }

    /// <summary>What one unit of impact adds.</summary>
    public int Weight { get; }

    /// <summary>The most that this list adds to any unit.</summary>
    public int Greatest { get; }

    /// <summary>Whether the list has an impact for every unit, so that <see cref="DenseSums"/> can add it together with others.</summary>
    public readonly bool IsDense => _form == PostingLayout.DenseForm;

    /// <summary>Where the impacts of a dense list begin.</summary>
    public readonly int Start => _start;

    /// <summary>Adds this list's share to the units from <paramref name="first"/> on, as many as there are accumulators. Windows come in rising order.</summary>
    public void Add(int first, Span<int> accumulators)
    {
        if (_form == PostingLayout.DenseForm)
            DenseSums.Add(_data, _start + first, Weight, accumulators);
        else if (_form == PostingLayout.FixedForm)
            AddFixed(first, accumulators);
        else if (_form == PostingLayout.BlocksForm)
            AddBlocks(first, accumulators);
        else
            AddShort(first, accumulators);
    }

    /// <summary>Tells which of some units, in rising order, the list holds. For a cursor that has not been moved.</summary>
    /// <param name="units">Unit numbers in the segment.</param>
    /// <param name="marks">Set to true at <paramref name="stride"/> × the place of each unit held.</param>
    /// <param name="stride">Distance of two marks.</param>
    public void Mark(ReadOnlySpan<int> units, Span<bool> marks, int stride)
    {
        if (_form == PostingLayout.DenseForm)
        {
            for (var i = 0; i < units.Length; i++)
                if (_data[_start + units[i]] != 0)
                    marks[i * stride] = true;
            return;
        }

        if (_form < PostingLayout.BlocksForm)
        {
            MarkShort(units, marks, stride);
            return;
        }

        if (_form == PostingLayout.FixedForm)
        {
            MarkFixed(units, marks, stride);
            return;
        }

        // A window of one unit: the greater part of a list is skipped by blocks.
        Span<int> sum = [0];
        for (var i = 0; i < units.Length && _index < _postings; i++)
        {
            Add(units[i], sum);
            if (sum[0] > 0)
                marks[i * stride] = true;
            sum[0] = 0;
        }
    }

    private readonly void MarkShort(ReadOnlySpan<int> units, Span<bool> marks, int stride)
    {
        unchecked
        {
            var at = _start;
            var unit = -1;
            var next = 0;
            for (var index = 0; index < _postings && next < units.Length; index++)
            {
                unit += ReadGap(_data, ref at) + 1;
                at++;
                while (next < units.Length && units[next] < unit)
                    next++;
                if (next < units.Length && units[next] == unit)
                    marks[next++ * stride] = true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadGap(byte[] data, ref int at)
    {
        unchecked
        {
            var gap = (int)data[at++];
            if (gap < 0x80)
                return gap;
            gap &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var part = data[at++];
                gap |= (part & 0x7F) << shift;
                if (part < 0x80)
                    return gap;
            }
        }
    }

    private readonly void MarkFixed(ReadOnlySpan<int> units, Span<bool> marks, int stride)
    {
        unchecked
        {
            ref var held = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_data), _start);
            if (_postings <= ScannedPostings && units.Length <= ScannedUnits)
            {
                var all = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, ushort>(ref held), _postings);
                for (var i = 0; i < units.Length; i++)
                    if (all.Contains((ushort)units[i]))
                        marks[i * stride] = true;
                return;
            }

            var index = 0;
            for (var i = 0; i < units.Length; i++)
            {
                while (index < _postings && FixedUnit(ref held, index) < units[i])
                    index++;
                if (index == _postings)
                    return;
                if (FixedUnit(ref held, index) == units[i])
                    marks[i * stride] = true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FixedUnit(ref byte units, int index) => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref units, index * PostingLayout.FixedUnitSize));

    private void AddFixed(int first, Span<int> accumulators)
    {
        unchecked
        {
            var end = first + accumulators.Length;
            ref var units = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_data), _start);
            ref var impacts = ref Unsafe.Add(ref units, _postings * PostingLayout.FixedUnitSize);
            ref var sums = ref MemoryMarshal.GetReference(accumulators);
            var index = _index;
            while (index < _postings && FixedUnit(ref units, index) < first)
                index++;
            for (; index < _postings && FixedUnit(ref units, index) is var unit && unit < end; index++)
                Unsafe.Add(ref sums, unit - first) += Weight * Unsafe.Add(ref impacts, index);
            _index = index;
        }
    }

    private void AddShort(int first, Span<int> accumulators)
    {
        unchecked
        {
            var end = first + accumulators.Length;
            var data = _data;
            var at = _at;
            var unit = _unit;
            var index = _index;
            for (; index < _postings; index++)
            {
                var from = at;
                var next = unit + ReadGap(data, ref at) + 1;
                if (next >= end)
                {
                    at = from;
                    break;
                }

                unit = next;
                var impact = data[at++];
                if (unit >= first)
                    accumulators[unit - first] += Weight * impact;
            }

            (_at, _unit, _index) = (at, unit, index);
        }
    }

    private void AddBlocks(int first, Span<int> accumulators)
    {
        unchecked
        {
            var end = first + accumulators.Length;
            var blocks = (_postings + PostingLayout.BlockSize - 1) / PostingLayout.BlockSize;
            var payload = _start + blocks * PostingLayout.SkipSize;
            ref var bytes = ref MemoryMarshal.GetArrayDataReference(_data);
            ref var sums = ref MemoryMarshal.GetReference(accumulators);
            var index = _index;
            var unit = _unit;
            while (index < _postings)
            {
                var block = index / PostingLayout.BlockSize;
                var skip = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, _start + block * PostingLayout.SkipSize));
                var lastUnit = (int)((uint)skip >> 8);
                var blockEnd = Math.Min(_postings, (block + 1) * PostingLayout.BlockSize);
                if (lastUnit < first)
                {
                    index = blockEnd;
                    unit = lastUnit;
                    continue;
                }

                var width = (int)(skip & 0xFF);
                var packed = payload + (int)(skip >> 40);
                var blockStart = block * PostingLayout.BlockSize;
                var impacts = packed + ((blockEnd - blockStart) * width + 7) / 8 - blockStart;
                var mask = (1UL << width) - 1;
                var bit = (index - blockStart) * width;
                for (; index < blockEnd; index++, bit += width)
                {
                    var gap = (int)((Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, packed + (bit >> 3))) >> (bit & 7)) & mask);
                    var next = unit + gap + 1;
                    if (next >= end)
                    {
                        (_index, _unit) = (index, unit);
                        return;
                    }

                    unit = next;
                    if (unit >= first)
                        Unsafe.Add(ref sums, unit - first) += Weight * Unsafe.Add(ref bytes, impacts + index);
                }
            }

            (_index, _unit) = (index, unit);
        }
    }
}

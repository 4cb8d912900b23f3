namespace MedBot.Search.Postings;

/// <summary>Collects the postings of one run of units after another, added in order, in buffers that serve them all. Used by one thread.</summary>
/// <param name="indexUnits">How many units the whole index will have.</param>
internal sealed class SegmentBuilder(int indexUnits)
{
    private readonly TermTable _terms = new(4096);
    private readonly SlicePool _pool = new();
    private byte[] _stream = new byte[1024];
    private int _firstUnit;
    private List[] _lists = new List[4096];
    private int _units;

    private struct List
    {
        public SlicePool.Stream Stream;
        public int Last;
        public int Count;
    }

    /// <summary>Adds the next unit with each of its terms once.</summary>
    public void Add(ReadOnlySpan<ulong> keys, ReadOnlySpan<byte> impacts)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var term = _terms.FindOrAdd(keys[i]);
            if (term >= _lists.Length)
                Array.Resize(ref _lists, _lists.Length * 2);
            ref var list = ref _lists[term];
            if (list.Count == 0)
            {
                list.Stream = _pool.Open();
                list.Last = -1;
            }

            WriteGap(ref list.Stream, _units - list.Last - 1);
            _pool.Write(ref list.Stream, impacts[i]);
            list.Last = _units;
            list.Count++;
        }

        _units++;
    }

    /// <summary>The segment of the units added since the last one. The next unit begins another.</summary>
    public IndexSegment Build()
    {
        var encoder = new PostingEncoder(_units, indexUnits);
        var size = PostingLayout.Padding;
        for (var term = 0; term < _terms.Count; term++)
            size += encoder.SizeOf(Read(term), _lists[term].Count);

        var offsets = new int[_terms.Count];
        var sink = new ByteSink(size);
        for (var term = 0; term < offsets.Length; term++)
        {
            offsets[term] = sink.Length;
            encoder.Encode(Read(term), _lists[term].Count, sink);
        }

        var segment = new IndexSegment(_firstUnit, _units, new TermOffsets(_terms.Keys, offsets), sink.Bytes);
        _lists.AsSpan(0, _terms.Count).Clear();
        _terms.Clear();
        _pool.Clear();
        (_firstUnit, _units) = (_firstUnit + _units, 0);
        return segment;
    }

    // Valid until the next call.
    private ReadOnlySpan<byte> Read(int term)
    {
        ref readonly var list = ref _lists[term];
        if (list.Stream.Length > _stream.Length)
            _stream = new byte[list.Stream.Length * 2];
        var stream = _stream.AsSpan(0, list.Stream.Length);
        _pool.Read(list.Stream, stream);
        return stream;
    }

    private void WriteGap(ref SlicePool.Stream stream, int gap)
    {
        for (; gap >= 0x80; gap >>= 7)
            _pool.Write(ref stream, (byte)((gap & 0x7F) | 0x80));
        _pool.Write(ref stream, (byte)gap);
    }
}

namespace MedBot.Search.Postings;

/// <summary>Collects the postings of one run of units, added in order. Used by one thread.</summary>
internal sealed class SegmentBuilder
{
    private readonly TermTable _terms = new(4096);
    private readonly SlicePool _pool = new();
    private readonly int _firstUnit;
    private List[] _lists = new List[4096];
    private int _units;

    private struct List
    {
        public SlicePool.Stream Stream;
        public int Last;
        public int Count;
    }

    public SegmentBuilder(int firstUnit) => _firstUnit = firstUnit;

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

    public IndexSegment Build()
    {
        var offsets = new int[_terms.Count];
        var sink = new ByteSink(1 << 16);
        var encoder = new PostingEncoder(_units);
        var buffer = new byte[1024];
        for (var term = 0; term < offsets.Length; term++)
        {
            ref readonly var list = ref _lists[term];
            if (list.Stream.Length > buffer.Length)
                buffer = new byte[list.Stream.Length * 2];
            var stream = buffer.AsSpan(0, list.Stream.Length);
            _pool.Read(list.Stream, stream);
            offsets[term] = sink.Length;
            encoder.Encode(stream, list.Count, sink);
        }

        sink.Take(PostingLayout.Padding).Clear();
        return new IndexSegment(_firstUnit, _units, new TermOffsets(_terms.Keys, offsets), sink.ToArray());
    }

    private void WriteGap(ref SlicePool.Stream stream, int gap)
    {
        for (; gap >= 0x80; gap >>= 7)
            _pool.Write(ref stream, (byte)((gap & 0x7F) | 0x80));
        _pool.Write(ref stream, (byte)gap);
    }
}

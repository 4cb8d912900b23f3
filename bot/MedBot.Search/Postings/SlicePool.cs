namespace MedBot.Search.Postings;

/// <summary>
/// Many growing byte streams in shared chunks. A stream is a chain of slices, each longer than the one before; the last four bytes
/// of a full slice hold the address of the next. Keeps a segment's postings compact while it is built.
/// </summary>
internal sealed class SlicePool
{
    private const int ChunkBits = 16;
    private const int ChunkSize = 1 << ChunkBits;
    private const int LinkSize = 4;
    private static readonly int[] Sizes = [8, 16, 32, 64, 128, 256, 512, 1024];

    private readonly List<byte[]> _chunks = [new byte[ChunkSize]];
    private int _next;

    /// <summary>Where a stream stands: first slice, write position, room left in the slice and its size class.</summary>
    public struct Stream
    {
        public int First;
        public int Position;
        public int Room;
        public int Level;
        public int Length;
    }

    public Stream Open()
    {
        var first = Allocate(0);
        return new Stream { First = first, Position = first, Room = Sizes[0] - LinkSize };
    }

    public void Write(ref Stream stream, byte value)
    {
        if (stream.Room == 0)
        {
            var level = Math.Min(stream.Level + 1, Sizes.Length - 1);
            var next = Allocate(level);
            BitConverter.TryWriteBytes(_chunks[stream.Position >> ChunkBits].AsSpan(stream.Position & (ChunkSize - 1), LinkSize), next);
            (stream.Position, stream.Level, stream.Room) = (next, level, Sizes[level] - LinkSize);
        }

        _chunks[stream.Position >> ChunkBits][stream.Position & (ChunkSize - 1)] = value;
        stream.Position++;
        stream.Room--;
        stream.Length++;
    }

    /// <summary>Copies a whole stream out.</summary>
    public void Read(in Stream stream, Span<byte> into)
    {
        var left = stream.Length;
        var address = stream.First;
        for (var level = 0; left > 0; level = Math.Min(level + 1, Sizes.Length - 1))
        {
            var chunk = _chunks[address >> ChunkBits].AsSpan(address & (ChunkSize - 1), Sizes[level]);
            var part = Math.Min(left, Sizes[level] - LinkSize);
            chunk[..part].CopyTo(into);
            into = into[part..];
            left -= part;
            address = BitConverter.ToInt32(chunk[^LinkSize..]);
        }
    }

    /// <summary>Takes back the room of all streams.</summary>
    public void Clear() => _next = 0;

    private int Allocate(int level)
    {
        if ((_next & (ChunkSize - 1)) + Sizes[level] > ChunkSize)
            _next = (_next | (ChunkSize - 1)) + 1;
        while (_next >> ChunkBits >= _chunks.Count)
            _chunks.Add(new byte[ChunkSize]);
        var address = _next;
        _next += Sizes[level];
        return address;
    }
}

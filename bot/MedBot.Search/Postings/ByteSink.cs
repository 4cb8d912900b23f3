namespace MedBot.Search.Postings;

/// <summary>A growing array of bytes. Growth is by a quarter, since a segment's lists are large and live long.</summary>
internal sealed class ByteSink(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    /// <summary>Appends room for some bytes, whose former content is not defined. Valid until the next call.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(Length + count, (int)Math.Min(Array.MaxLength, _bytes.Length * 5L / 4)));
        var room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    public Span<byte> Slice(int start, int count) => _bytes.AsSpan(start, count);

    public byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();
}

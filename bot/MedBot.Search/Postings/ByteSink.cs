namespace MedBot.Search.Postings;

/// <summary>An array of bytes that is filled from the front. Made as long as it will be, since a segment's lists are large and live long.</summary>
internal sealed class ByteSink(int length)
{
    public byte[] Bytes { get; } = new byte[length];

    /// <summary>How many bytes have been taken.</summary>
    public int Length { get; private set; }

    /// <summary>The next bytes, all zero.</summary>
    public Span<byte> Take(int count)
    {
        var room = Bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    public Span<byte> Slice(int start, int count) => Bytes.AsSpan(start, count);
}

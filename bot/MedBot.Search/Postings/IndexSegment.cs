using System.Buffers.Binary;

namespace MedBot.Search.Postings;

/// <summary>The finished postings of a run of units. Unit numbers inside count from the segment's first. Immutable.</summary>
internal sealed class IndexSegment(int firstUnit, int count, TermOffsets terms, byte[] data)
{
    /// <summary>Number of the first unit in the whole index.</summary>
    public int FirstUnit { get; } = firstUnit;

    /// <summary>How many units the segment holds.</summary>
    public int Count { get; } = count;

    public int TermCount => terms.Count;

    public byte[] Data { get; } = data;

    /// <summary>Where the term's list starts in <see cref="Data"/>, or −1.</summary>
    public int Find(ulong key) => terms.Find(key);

    /// <summary>In how many units of the segment the list's term stands.</summary>
    public int Postings(int offset) =>
        Data[offset] is var form && form < PostingLayout.BlocksForm ? form : BinaryPrimitives.ReadInt32LittleEndian(Data.AsSpan(offset + 2));

    /// <summary>Bytes held by terms and postings, for reports.</summary>
    public long Bytes => Data.LongLength + terms.Bytes;
}

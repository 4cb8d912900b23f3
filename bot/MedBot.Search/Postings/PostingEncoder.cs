using System.Buffers.Binary;
using System.Numerics;

namespace MedBot.Search.Postings;

/// <summary>Turns the stream that a list was collected in into its final form.</summary>
internal sealed class PostingEncoder(int units, int indexUnits)
{
    private readonly int[] _gaps = new int[PostingLayout.BlockSize];
    private readonly byte[] _impacts = new byte[PostingLayout.BlockSize];

    /// <summary>Appends one list, given as gaps and impacts in the short form.</summary>
    public void Encode(ReadOnlySpan<byte> stream, int postings, ByteSink into)
    {
        if (PostingLayout.IsDense(postings, units, indexUnits))
            EncodeDense(stream, postings, into);
        else if (PostingLayout.IsFixed(units))
            EncodeFixed(stream, postings, into);
        else if (postings < PostingLayout.BlockSize)
            EncodeShort(stream, postings, into);
        else
            EncodeBlocks(stream, postings, into);
    }

    /// <summary>How many bytes <see cref="Encode"/> takes for the list.</summary>
    public int SizeOf(ReadOnlySpan<byte> stream, int postings)
    {
        if (PostingLayout.IsDense(postings, units, indexUnits))
            return PostingLayout.LongHeader + units;
        if (PostingLayout.IsFixed(units))
            return PostingLayout.LongHeader + postings * (PostingLayout.FixedUnitSize + 1);
        if (postings < PostingLayout.BlockSize)
            return PostingLayout.ShortHeader + stream.Length;
        var size = PostingLayout.LongHeader;
        for (int at = 0, done = 0; done < postings; done += PostingLayout.BlockSize)
        {
            var count = Math.Min(PostingLayout.BlockSize, postings - done);
            var widest = 0;
            for (var i = 0; i < count; i++)
            {
                widest |= ReadGap(stream, ref at);
                at++;
            }

            size += PostingLayout.SkipSize + PackedSize(count, WidthOf(widest)) + count;
        }

        return size;
    }

    private static int WidthOf(int widest) => 32 - BitOperations.LeadingZeroCount((uint)widest);

    private static int PackedSize(int count, int width) => (count * width + 7) / 8;

    private static void EncodeShort(ReadOnlySpan<byte> stream, int postings, ByteSink into)
    {
        byte greatest = 0;
        for (var at = 0; at < stream.Length;)
        {
            ReadGap(stream, ref at);
            greatest = Math.Max(greatest, stream[at++]);
        }

        var target = into.Take(PostingLayout.ShortHeader + stream.Length);
        target[0] = (byte)postings;
        target[1] = greatest;
        stream.CopyTo(target[PostingLayout.ShortHeader..]);
    }

    private void EncodeDense(ReadOnlySpan<byte> stream, int postings, ByteSink into)
    {
        var target = into.Take(PostingLayout.LongHeader + units);
        byte greatest = 0;
        var unit = -1;
        for (var at = 0; at < stream.Length;)
        {
            unit += ReadGap(stream, ref at) + 1;
            target[PostingLayout.LongHeader + unit] = stream[at];
            greatest = Math.Max(greatest, stream[at++]);
        }

        WriteLongHeader(target, PostingLayout.DenseForm, greatest, postings);
    }

    private static void EncodeFixed(ReadOnlySpan<byte> stream, int postings, ByteSink into)
    {
        var target = into.Take(PostingLayout.LongHeader + postings * (PostingLayout.FixedUnitSize + 1));
        var units = target[PostingLayout.LongHeader..];
        var impacts = units[(postings * PostingLayout.FixedUnitSize)..];
        byte greatest = 0;
        var unit = -1;
        for (int at = 0, i = 0; i < postings; i++)
        {
            unit += ReadGap(stream, ref at) + 1;
            BinaryPrimitives.WriteUInt16LittleEndian(units[(i * PostingLayout.FixedUnitSize)..], (ushort)unit);
            impacts[i] = stream[at++];
            greatest = Math.Max(greatest, impacts[i]);
        }

        WriteLongHeader(target, PostingLayout.FixedForm, greatest, postings);
    }

    private void EncodeBlocks(ReadOnlySpan<byte> stream, int postings, ByteSink into)
    {
        var blocks = (postings + PostingLayout.BlockSize - 1) / PostingLayout.BlockSize;
        var start = into.Length;
        into.Take(PostingLayout.LongHeader + blocks * PostingLayout.SkipSize);
        var payload = into.Length;
        byte greatest = 0;
        var unit = -1;
        var at = 0;
        for (var block = 0; block < blocks; block++)
        {
            var count = Math.Min(PostingLayout.BlockSize, postings - block * PostingLayout.BlockSize);
            var widest = 0;
            byte blockGreatest = 0;
            for (var i = 0; i < count; i++)
            {
                _gaps[i] = ReadGap(stream, ref at);
                widest |= _gaps[i];
                unit += _gaps[i] + 1;
                _impacts[i] = stream[at++];
                blockGreatest = Math.Max(blockGreatest, _impacts[i]);
            }

            var width = WidthOf(widest);
            var offset = into.Length - payload;
            Pack(_gaps.AsSpan(0, count), width, into.Take(PackedSize(count, width)));
            _impacts.AsSpan(0, count).CopyTo(into.Take(count));
            var skip = into.Slice(start + PostingLayout.LongHeader + block * PostingLayout.SkipSize, PostingLayout.SkipSize);
            BinaryPrimitives.WriteUInt32LittleEndian(skip, ((uint)unit << 8) | (uint)width);
            BinaryPrimitives.WriteUInt32LittleEndian(skip[4..], ((uint)offset << 8) | blockGreatest);
            greatest = Math.Max(greatest, blockGreatest);
        }

        WriteLongHeader(into.Slice(start, PostingLayout.LongHeader), PostingLayout.BlocksForm, greatest, postings);
    }

    private static void WriteLongHeader(Span<byte> target, byte form, byte greatest, int postings)
    {
        target[0] = form;
        target[1] = greatest;
        BinaryPrimitives.WriteInt32LittleEndian(target[2..], postings);
    }

    private static void Pack(ReadOnlySpan<int> values, int width, Span<byte> into)
    {
        var bit = 0;
        foreach (var value in values)
            for (var left = width; left > 0;)
            {
                var free = Math.Min(8 - (bit & 7), left);
                var part = (value >> (width - left)) & ((1 << free) - 1);
                into[bit >> 3] |= unchecked((byte)(part << (bit & 7)));
                bit += free;
                left -= free;
            }
    }

    private static int ReadGap(ReadOnlySpan<byte> stream, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = stream[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}

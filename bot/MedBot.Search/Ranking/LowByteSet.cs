using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MedBot.Search.Ranking;

/// <summary>
/// A set of characters that tells for sixteen at a time which can be in it, by their lower bytes alone: never a false no.
/// A byte's bit stands in the row of its lower half at the place of its upper half.
/// </summary>
internal sealed class LowByteSet
{
    /// <summary>So many characters are looked at together.</summary>
    public const int Width = 16;

    private readonly byte[] _lowerRows = new byte[Width];
    private readonly byte[] _upperRows = new byte[Width];

    public void Clear()
    {
        _lowerRows.AsSpan().Clear();
        _upperRows.AsSpan().Clear();
    }

    public void Add(char c)
    {
        var rows = (c & 0x80) == 0 ? _lowerRows : _upperRows;
        rows[c & 0xF] |= (byte)(1 << ((c >> 4) & 7));
    }

    /// <summary>A bit for each of the first <see cref="Width"/> characters that may be in the set.</summary>
    public uint Find(ReadOnlySpan<char> text)
    {
        if (text.Length < Width || !Vector128.IsHardwareAccelerated)
            return FindEach(text);
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var low = Vector128.Create((ushort)0xFF);
        var bytes = Vector128.Narrow(Vector128.LoadUnsafe(ref start) & low, Vector128.LoadUnsafe(ref start, Width / 2) & low);
        var column = bytes & Vector128.Create((byte)0xF);
        var upper = Vector128.LessThan(bytes.AsSByte(), Vector128<sbyte>.Zero).AsByte();
        var rows = Vector128.ConditionalSelect(
            upper,
            Vector128.ShuffleNative(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_upperRows)), column),
            Vector128.ShuffleNative(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_lowerRows)), column));
        var bits = Vector128.ShuffleNative(
            Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128),
            (bytes.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)0xF));
        return ~Vector128.Equals(rows & bits, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
    }

    private uint FindEach(ReadOnlySpan<char> text)
    {
        var marked = 0u;
        for (var i = 0; i < Math.Min(text.Length, Width); i++)
        {
            var rows = (text[i] & 0x80) == 0 ? _lowerRows : _upperRows;
            if ((rows[text[i] & 0xF] & (1 << ((text[i] >> 4) & 7))) != 0)
                marked |= 1u << i;
        }

        return marked;
    }
}

using System.Numerics;

namespace MedBot.Segmentation.Compiled;

/// <summary>Which cells of a trie are empty and which bases no cell has, a bit each, so that 64 bases are tried at once.</summary>
internal sealed class FreeCells
{
    private ulong[] _taken;
    private ulong[] _takenBases;
    private int _firstFree = Alphabet.Size + 1;

    public FreeCells(ReadOnlySpan<ulong> cells)
    {
        _taken = new ulong[(cells.Length / 64) + 1];
        _takenBases = new ulong[_taken.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            // The root's own, even if no word begins so.
            if (i <= Alphabet.Size || cells[i] != 0)
                Take(i);
            if (i == 0 || Cell.Base(cells[i]) != 0)
                Mark(ref _takenBases, Cell.Base(cells[i]));
        }
    }

    public void Take(int index) => Mark(ref _taken, index);

    public void Release(int index)
    {
        _taken[index >> 6] &= ~(1ul << index);
        _firstFree = Math.Min(_firstFree, index);
    }

    public void ReleaseBase(int @base) => _takenBases[@base >> 6] &= ~(1ul << @base);

    /// <summary>Takes the first base that no cell has and under which all <paramref name="codes"/>, which ascend, lead to empty cells.</summary>
    public int TakeBase(ReadOnlySpan<ushort> codes)
    {
        while (WordAt(_taken, _firstFree) == ulong.MaxValue)
            _firstFree += 64;
        for (var at = Math.Max(_firstFree - codes[0], 0) & ~63; ; at += 64)
        {
            var taken = WordAt(_takenBases, at);
            foreach (var code in codes)
            {
                taken |= WordAt(_taken, at + code);
                if (taken == ulong.MaxValue)
                    break;
            }

            if (taken == ulong.MaxValue)
                continue;
            var @base = at + BitOperations.TrailingZeroCount(~taken);
            Mark(ref _takenBases, @base);
            return @base;
        }
    }

    // The 64 bits from a place on; behind the end nothing is taken.
    private static ulong WordAt(ulong[] bits, int from)
    {
        var (word, shift) = (from >> 6, from & 63);
        var low = word < bits.Length ? bits[word] >> shift : 0;
        return shift == 0 || word + 1 >= bits.Length ? low : low | (bits[word + 1] << (64 - shift));
    }

    private static void Mark(ref ulong[] bits, int index)
    {
        if (index >> 6 >= bits.Length)
            Array.Resize(ref bits, 2 * ((index >> 6) + 1));
        bits[index >> 6] |= 1ul << index;
    }
}

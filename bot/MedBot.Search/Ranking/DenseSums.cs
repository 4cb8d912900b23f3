using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MedBot.Search.Ranking;

/// <summary>Adds weight × impact of dense lists to accumulators, a vector of units at a time.</summary>
internal static class DenseSums
{
    /// <summary>So many lists are added in one pass, which reads and writes the accumulators once.</summary>
    public const int Together = 4;

    /// <summary>Adds one list.</summary>
    /// <param name="data">The bytes of a segment.</param>
    /// <param name="at">Where the impact of the first accumulator's unit lies.</param>
    /// <param name="weight">What one unit of impact adds.</param>
    /// <param name="accumulators">The sums.</param>
    public static void Add(byte[] data, int at, int weight, Span<int> accumulators)
    {
        unchecked
        {
            var impacts = data.AsSpan(at, accumulators.Length);
            var i = 0;
            if (Vector.IsHardwareAccelerated)
            {
                var factor = new Vector<int>(weight);
                ref var source = ref MemoryMarshal.GetReference(impacts);
                ref var target = ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(accumulators));
                for (; i <= impacts.Length - Vector<byte>.Count; i += Vector<byte>.Count)
                {
                    Vector.Widen(Unsafe.ReadUnaligned<Vector<byte>>(ref Unsafe.Add(ref source, i)), out var low, out var high);
                    Vector.Widen(low, out var a, out var b);
                    Vector.Widen(high, out var c, out var d);
                    Increase(ref target, i, factor * Vector.AsVectorInt32(a));
                    Increase(ref target, i + Vector<int>.Count, factor * Vector.AsVectorInt32(b));
                    Increase(ref target, i + 2 * Vector<int>.Count, factor * Vector.AsVectorInt32(c));
                    Increase(ref target, i + 3 * Vector<int>.Count, factor * Vector.AsVectorInt32(d));
                }
            }

            for (; i < impacts.Length; i++)
                accumulators[i] += weight * impacts[i];
        }
    }

    /// <summary>Adds <see cref="Together"/> lists, given by their places and weights as in <see cref="Add(byte[], int, int, Span{int})"/>.</summary>
    public static void Add(byte[] data, ReadOnlySpan<int> at, ReadOnlySpan<int> weights, Span<int> accumulators)
    {
        if (!Avx2.IsSupported)
        {
            for (var list = 0; list < Together; list++)
                Add(data, at[list], weights[list], accumulators);
            return;
        }

        unchecked
        {
            ref var a = ref Start(data, at[0], accumulators.Length);
            ref var b = ref Start(data, at[1], accumulators.Length);
            ref var c = ref Start(data, at[2], accumulators.Length);
            ref var d = ref Start(data, at[3], accumulators.Length);
            var (aFactor, bFactor) = (Vector256.Create(weights[0]), Vector256.Create(weights[1]));
            var (cFactor, dFactor) = (Vector256.Create(weights[2]), Vector256.Create(weights[3]));
            ref var sums = ref MemoryMarshal.GetReference(accumulators);
            var i = 0;
            for (; i <= accumulators.Length - Vector256<int>.Count; i += Vector256<int>.Count)
            {
                var sum = Vector256.LoadUnsafe(ref sums, (nuint)i);
                sum += Impacts(ref a, i) * aFactor + Impacts(ref b, i) * bFactor + (Impacts(ref c, i) * cFactor + Impacts(ref d, i) * dFactor);
                sum.StoreUnsafe(ref sums, (nuint)i);
            }

            for (; i < accumulators.Length; i++)
                accumulators[i] += weights[0] * Unsafe.Add(ref a, i) + weights[1] * Unsafe.Add(ref b, i) + weights[2] * Unsafe.Add(ref c, i) + weights[3] * Unsafe.Add(ref d, i);
        }
    }

    private static ref byte Start(byte[] data, int at, int length) => ref MemoryMarshal.GetReference(data.AsSpan(at, length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Impacts(ref byte start, int at) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at))).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Increase(ref byte target, int index, Vector<int> by)
    {
        ref var place = ref Unsafe.Add(ref target, index * sizeof(int));
        Unsafe.WriteUnaligned(ref place, Unsafe.ReadUnaligned<Vector<int>>(ref place) + by);
    }
}

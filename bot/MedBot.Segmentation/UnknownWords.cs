using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>Finds the most likely states of a run of Han characters that no dictionary word covers (Viterbi).</summary>
internal static class UnknownWords
{
    // In the order of the emissions, which is also that of the lanes of the vectors below.
    public const byte B = 0;
    public const byte M = 1;
    public const byte E = 2;
    public const byte S = 3;

    /// <summary>
    /// Fills <paramref name="states"/>. All four states step at once, one to a lane. Each has two possible predecessors: for B and S these are E and S,
    /// for M and E these are B and M. Of two equal ways the one from the later letter wins, as in jieba's comparison of tuples,
    /// and sums are made in jieba's order.
    /// </summary>
    public static void FindStates(HmmModel model, ReadOnlySpan<ushort> codes, Span<byte> states)
    {
        // Without checks of bounds: the model has a row for every code.
        ref var emissions = ref MemoryMarshal.GetArrayDataReference(model.Emissions);
        var step = model.Transitions;
        var fromEarlier = Vector256.Create(step.EB, step.BM, step.BE, step.ES);
        var fromLater = Vector256.Create(step.SB, step.MM, step.ME, step.SS);
        var scores = Vector256.Create(model.Start.B, model.Start.M, model.Start.E, model.Start.S) + Emission(ref emissions, codes[0]);
        for (var i = 1; i < codes.Length; i++)
        {
            var emission = Emission(ref emissions, codes[i]);
            var earlier = Vector256.Shuffle(scores, Vector256.Create(E, B, B, (long)E)) + fromEarlier + emission;
            var later = Vector256.Shuffle(scores, Vector256.Create(S, M, M, (long)S)) + fromLater + emission;
            var isLater = Vector256.GreaterThanOrEqual(later, earlier);
            states[i] = (byte)isLater.ExtractMostSignificantBits();
            scores = Vector256.ConditionalSelect(isLater, later, earlier);
        }

        // Backwards, each bit in turn gives way to the state that it led to.
        var state = scores[S] >= scores[E] ? S : E;
        for (var i = codes.Length - 1; i > 0; i--)
        {
            var cameFromLater = ((states[i] >> state) & 1) != 0;
            states[i] = state;
            state = state is B or S ? (cameFromLater ? S : E) : (cameFromLater ? M : B);
        }

        states[0] = state;
    }

    private static Vector256<double> Emission(ref double emissions, ushort code) =>
        Vector256.LoadUnsafe(ref Unsafe.Add(ref emissions, code * HmmModel.States));
}

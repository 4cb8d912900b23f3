using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>Finds the most likely states of a run of Han characters that no dictionary word covers (Viterbi).</summary>
internal static class UnknownWords
{
    public const byte B = 0;
    public const byte M = 1;
    public const byte E = 2;
    public const byte S = 3;

    /// <summary>Fills <paramref name="states"/>. Ties go to the state whose letter comes later, as they do in jieba's comparison of tuples.</summary>
    public static void FindStates(HmmModel model, ReadOnlySpan<ushort> codes, Span<byte> states)
    {
        var (start, step) = (model.Start, model.Transitions);
        var emission = model.Emissions.AsSpan(codes[0] * HmmModel.States, HmmModel.States);
        var (b, m, e, s) = (start.B + emission[B], start.M + emission[M], start.E + emission[E], start.S + emission[S]);

        // Each state has two possible predecessors, so one bit each tells which was the better one.
        for (var i = 1; i < codes.Length; i++)
        {
            emission = model.Emissions.AsSpan(codes[i] * HmmModel.States, HmmModel.States);
            var (fromE, fromS) = (e + step.EB + emission[B], s + step.SB + emission[B]);
            var (fromB, fromM) = (b + step.BM + emission[M], m + step.MM + emission[M]);
            var (endB, endM) = (b + step.BE + emission[E], m + step.ME + emission[E]);
            var (singleE, singleS) = (e + step.ES + emission[S], s + step.SS + emission[S]);
            states[i] = (byte)((fromS >= fromE ? 1 << B : 0) | (fromM >= fromB ? 1 << M : 0) | (endM >= endB ? 1 << E : 0) | (singleS >= singleE ? 1 << S : 0));
            (b, m) = (fromS >= fromE ? fromS : fromE, fromM >= fromB ? fromM : fromB);
            (e, s) = (endM >= endB ? endM : endB, singleS >= singleE ? singleS : singleE);
        }

        var state = s >= e ? S : E;
        for (var i = codes.Length - 1; i > 0; i--)
        {
            var later = (states[i] >> state & 1) != 0;
            states[i] = state;
            state = state is B or S ? (later ? S : E) : (later ? M : B);
        }

        states[0] = state;
    }
}

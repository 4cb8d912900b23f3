namespace MedBot.Segmentation.Compiled;

/// <summary>
/// jieba's hidden Markov model of unknown words: each character begins (B), continues (M) or ends (E) a word or is one (S).
/// All figures are natural logarithms of probabilities. <see cref="Emissions"/> has <see cref="States"/> figures for each code of the alphabet
/// and for code 0, in the order B, M, E, S.
/// </summary>
internal sealed record HmmModel(HmmStart Start, HmmTransitions Transitions, double[] Emissions)
{
    public const int States = 4;

    public void Write(CompiledFile file)
    {
        file.Write<double>([Start.B, Start.M, Start.E, Start.S]);
        file.Write<double>(
            [Transitions.BM, Transitions.BE, Transitions.MM, Transitions.ME, Transitions.EB, Transitions.ES, Transitions.SB, Transitions.SS]);
        file.Write<double>(Emissions);
    }

    /// <exception cref="InvalidDataException">There are not as many figures as a model has.</exception>
    public static HmmModel Read(CompiledFile file)
    {
        if (file.Read<double>() is not [var b, var m, var e, var s]
            || file.Read<double>() is not [var bm, var be, var mm, var me, var eb, var es, var sb, var ss]
            || file.Read<double>() is not { Length: (Alphabet.Size + 1) * States } emissions)
        {
            throw new InvalidDataException("The compiled model of unknown words has another size; build the project again.");
        }

        return new HmmModel(new HmmStart(b, m, e, s), new HmmTransitions(bm, be, mm, me, eb, es, sb, ss), emissions);
    }
}

/// <summary>How likely a run of unknown characters starts in each state.</summary>
internal readonly record struct HmmStart(double B, double M, double E, double S);

/// <summary>How likely one state follows another; the pairs that are missing here never occur.</summary>
internal readonly record struct HmmTransitions(double BM, double BE, double MM, double ME, double EB, double ES, double SB, double SS);

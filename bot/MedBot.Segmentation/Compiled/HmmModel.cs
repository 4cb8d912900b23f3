namespace MedBot.Segmentation.Compiled;

/// <summary>
/// jieba's hidden Markov model of unknown words: each character begins (B), continues (M) or ends (E) a word or is one (S).
/// All figures are natural logarithms of probabilities.
/// </summary>
internal sealed record HmmModel(HmmStart Start, HmmTransitions Transitions, double[] Emissions)
{
    /// <summary>What stands for the logarithm of zero.</summary>
    public const double Impossible = -3.14e100;

    /// <summary><see cref="Emissions"/> holds this many figures for each code of the alphabet, in the order B, M, E, S.</summary>
    public const int States = 4;
}

/// <summary>How likely a run of unknown characters starts in each state.</summary>
internal readonly record struct HmmStart(double B, double M, double E, double S);

/// <summary>How likely one state follows another; the pairs that are missing here never occur.</summary>
internal readonly record struct HmmTransitions(double BM, double BE, double MM, double ME, double EB, double ES, double SB, double SS);

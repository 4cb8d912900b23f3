namespace MedBot.Segmentation;

/// <summary>The ways to cut a text, each token for token as jieba 0.42.1 cuts it.</summary>
public enum SegmentationMode
{
    /// <summary>The most likely sequence of words; runs of single characters are joined by the model of unknown words (<c>cut</c>).</summary>
    Precise,

    /// <summary>The most likely sequence of dictionary words alone (<c>cut(HMM=False)</c>).</summary>
    PreciseWithoutHmm,

    /// <summary><see cref="Precise"/>, and before each longer word the dictionary words of two and three characters inside it (<c>cut_for_search</c>). Tokens overlap.</summary>
    Search,

    /// <summary>As <see cref="Search"/>, on <see cref="PreciseWithoutHmm"/> (<c>cut_for_search(HMM=False)</c>).</summary>
    SearchWithoutHmm,

    /// <summary>
    /// Every dictionary word that the text holds, overlapping (<c>cut(cut_all=True)</c>). White space comes with an empty token
    /// on each side where no word stands, as jieba gives it.
    /// </summary>
    Full,
}

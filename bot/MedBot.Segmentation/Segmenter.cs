using System.Collections.Immutable;

namespace MedBot.Segmentation;

/// <summary>Cuts Chinese text into words, token for token as jieba 0.42.1 does. Immutable and free of locks: share one among all threads.</summary>
public sealed class Segmenter
{
    public Segmenter(JiebaDictionary dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        Dictionary = dictionary;
    }

    public JiebaDictionary Dictionary { get; }

    /// <summary>A segmenter over jieba's own dictionary, which lies beside the program.</summary>
    public static Segmenter CreateDefault() =>
        new(JiebaDictionary.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "jieba.bin")));

    /// <summary>
    /// The tokens of <paramref name="text"/> in order, for <c>foreach</c>; nothing is allocated for a token.
    /// In every mode but the overlapping ones, the tokens laid end to end are the text.
    /// </summary>
    public TokenEnumerator Enumerate(ReadOnlySpan<char> text, SegmentationMode mode = SegmentationMode.Precise) => new(Dictionary, text, mode);

    /// <summary>The tokens of <paramref name="text"/> as strings.</summary>
    public ImmutableArray<string> Cut(string text, SegmentationMode mode = SegmentationMode.Precise)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var token in Enumerate(text, mode))
            words.Add(text.Substring(token.Start, token.Length));
        return words.DrainToImmutable();
    }
}

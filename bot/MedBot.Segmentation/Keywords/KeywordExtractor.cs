using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Keywords;

/// <summary>Finds a text's keywords by TF-IDF, as jieba's <c>analyse.extract_tags</c> does. Immutable: share one among all threads.</summary>
public sealed class KeywordExtractor
{
    private static readonly ImmutableArray<string> JiebaStopWords =
    [
        "the", "of", "is", "and", "to", "in", "that", "we", "for", "an", "are", "by", "be", "as", "on", "with", "can", "if", "from", "which", "you",
        "it", "this", "then", "at", "have", "all", "not", "one", "has", "or",
    ];

    private readonly Segmenter _segmenter;
    private readonly CompiledIdf _idf;
    private readonly FrozenSet<string> _stopWords;

    private KeywordExtractor(Segmenter segmenter, CompiledIdf idf, IEnumerable<string> stopWords)
    {
        _segmenter = segmenter;
        _idf = idf;
        _stopWords = stopWords.ToFrozenSet();
    }

    /// <summary>An extractor over jieba's own frequencies, which lie beside the program, with jieba's stop words.</summary>
    public static KeywordExtractor CreateDefault(Segmenter segmenter) =>
        Load(segmenter, Path.Combine(AppContext.BaseDirectory, "dictionaries", "idf.bin"));

    /// <summary>Reads frequencies that the build compiled.</summary>
    /// <exception cref="InvalidDataException">The file holds something else, or another version.</exception>
    public static KeywordExtractor Load(Segmenter segmenter, string path)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return new KeywordExtractor(segmenter, CompiledIdf.Read(file), JiebaStopWords);
    }

    /// <summary>This extractor with more words that are never keywords. Words are compared in lower case.</summary>
    public KeywordExtractor WithStopWords(IEnumerable<string> words) => new(_segmenter, _idf, _stopWords.Concat(words));

    /// <summary>
    /// The <paramref name="count"/> heaviest words of <paramref name="text"/>, heaviest first, equal ones in the order of the text.
    /// Single characters and stop words are none, and do not count among the text's words either.
    /// </summary>
    public ImmutableArray<Keyword> Extract(string text, int count = 20)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(count);

        var words = _segmenter.Cut(text).Where(IsCandidate).ToList();
        return
        [
            .. words.CountBy(word => word)
                .Select(pair => new Keyword(pair.Key, pair.Value * (IdfOf(pair.Key) / words.Count)))
                .OrderByDescending(keyword => keyword.Weight)
                .Take(count),
        ];
    }

    // A token of several characters is a word, but for the two that make a line's end or a surrogate pair.
    private bool IsCandidate(string token) =>
        token.Length > 1 && _idf.Trie.Alphabet.Codes[token[0]] != 0 && !_stopWords.Contains(token.ToLowerInvariant());

    private double IdfOf(string word) => _idf.Values[_idf.Trie.Find(word) ?? 0];
}

using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>
/// jieba's words with their frequencies and parts of speech, and its model of unknown words. Immutable, so any number of threads may share it;
/// <see cref="With"/> gives a dictionary with a user's words and leaves this one as it is.
/// </summary>
public sealed class JiebaDictionary
{
    private readonly CompiledDictionary _compiled;

    internal JiebaDictionary(CompiledDictionary compiled, ReadOnlySpan<double> logFrequencies, HashSet<string> neverWords)
    {
        _compiled = compiled;
        NeverWords = neverWords;
        var logTotal = Math.Log(compiled.Total);
        Weights = new double[logFrequencies.Length];
        for (var row = 0; row < Weights.Length; row++)
            Weights[row] = logFrequencies[row] - logTotal;
    }

    /// <summary>The sum of all frequencies, by which each is divided to give a probability.</summary>
    public long Total => _compiled.Total;

    internal Trie Trie => _compiled.Trie;

    internal HmmModel Hmm => _compiled.Hmm;

    /// <summary>The log probability of each entry; that of row 0 is for a character that is no word.</summary>
    internal double[] Weights { get; }

    /// <summary>Words of frequency 0: the model of unknown words must not put them together.</summary>
    internal HashSet<string> NeverWords { get; }

    /// <summary>Reads a dictionary that the build compiled.</summary>
    /// <exception cref="InvalidDataException">The file is no compiled dictionary of this version.</exception>
    public static JiebaDictionary Load(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Load(file);
    }

    /// <inheritdoc cref="Load(string)"/>
    public static JiebaDictionary Load(Stream stream)
    {
        var compiled = CompiledDictionary.Read(stream);
        return new JiebaDictionary(compiled, LogFrequencies(compiled.Entries), []);
    }

    /// <summary>
    /// This dictionary with <paramref name="words"/>, taken one after another as jieba's <c>add_word</c> does: a word replaces the one that was there,
    /// its frequency adds to the total, a missing frequency becomes one high enough to keep the word whole, and frequency 0 removes a word.
    /// </summary>
    public JiebaDictionary With(IEnumerable<UserWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var editor = new DictionaryEditor(_compiled, NeverWords);
        foreach (var word in words)
            editor.Add(word);
        return editor.ToDictionary();
    }

    /// <summary>How often <paramref name="word"/> occurred in jieba's corpus; 0 for what is no word.</summary>
    public long FrequencyOf(ReadOnlySpan<char> word) => Find(word)?.Frequency ?? 0;

    /// <summary>The part of speech of <paramref name="word"/> in jieba's notation (<c>n</c>, <c>v</c>, <c>ns</c>, …); null for what is no word or has none.</summary>
    public string? TagOf(ReadOnlySpan<char> word) =>
        Find(word) is { Frequency: > 0, Tag: > 0 and var tag } ? _compiled.Tags[tag] : null;

    internal static double LogFrequency(WordEntry entry) => Math.Log(Math.Max(entry.Frequency, 1));

    internal static double[] LogFrequencies(WordEntry[] entries)
    {
        var logs = new double[entries.Length];
        for (var row = 0; row < logs.Length; row++)
            logs[row] = LogFrequency(entries[row]);
        return logs;
    }

    /// <summary>The entry of a word or of the beginning of words (frequency 0); null for anything else.</summary>
    internal WordEntry? Find(ReadOnlySpan<char> word)
    {
        if (Trie.Alphabet.Covers(word))
            return Trie.Find(word) is { } row ? _compiled.Entries[row] : null;
        return _compiled.Outside.TryGetValue(word.ToString(), out var outside) ? _compiled.Entries[outside] : null;
    }
}

using System.Collections.Frozen;
using System.Runtime.InteropServices;
using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>Adds words to a copy of a dictionary, in jieba's manner.</summary>
internal sealed class DictionaryEditor
{
    private readonly CompiledDictionary _start;
    private readonly TrieEditor _trie;
    private readonly List<WordEntry> _entries;
    private readonly List<double> _logFrequencies;
    private readonly Dictionary<WordEntry, int> _rows;
    private readonly List<string> _tags;
    private readonly Dictionary<string, int> _outside;
    private readonly HashSet<string> _neverWords;
    private long _total;

    public DictionaryEditor(CompiledDictionary start, IEnumerable<string> neverWords)
    {
        _start = start;
        _trie = new TrieEditor(start.Trie);
        _entries = [.. start.Entries];
        _logFrequencies = [.. JiebaDictionary.LogFrequencies(start.Entries)];
        _rows = start.Entries.Select(KeyValuePair.Create<WordEntry, int>).ToDictionary();
        _tags = [.. start.Tags];
        _outside = new Dictionary<string, int>(start.Outside);
        _neverWords = [.. neverWords];
        _total = start.Total;
    }

    public void Add(UserWord word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word.Word);
        if (word.Frequency is < 0)
            throw new ArgumentOutOfRangeException(nameof(word), word.Frequency, $"The frequency of {word.Word} is negative.");

        var frequency = word.Frequency ?? FrequencyThatKeepsWhole(word.Word);
        _total += frequency;

        var alphabet = _start.Trie.Alphabet;
        var inside = alphabet.Prefix(word.Word);
        var cell = _trie.Insert(word.Word.AsSpan(0, inside));
        if (inside == word.Word.Length)
            _trie.SetValue(cell, RowOf(word, frequency, _trie.ValueOf(cell)));
        else
            _outside[word.Word] = RowOf(word, frequency, _outside.GetValueOrDefault(word.Word));

        if (frequency == 0)
            _neverWords.Add(word.Word);
    }

    public JiebaDictionary ToDictionary() => ToDictionary(_trie.ToTrie(), _outside.ToFrozenDictionary(), [.. _neverWords]);

    private JiebaDictionary ToDictionary(Trie trie, IReadOnlyDictionary<string, int> outside, HashSet<string> neverWords) => new(
        _start with { Trie = trie, Entries = [.. _entries], Tags = [.. _tags], Outside = outside, Total = _total },
        CollectionsMarshal.AsSpan(_logFrequencies),
        neverWords);

    // A row per frequency and tag; what has no frequency is no word and has row 0.
    private int RowOf(UserWord word, long frequency, int present)
    {
        if (frequency == 0)
            return 0;

        var entry = new WordEntry(frequency, TagOf(word, _entries[present].Tag));
        if (!_rows.TryGetValue(entry, out var row))
        {
            _rows[entry] = row = _entries.Count;
            _entries.Add(entry);
            _logFrequencies.Add(JiebaDictionary.LogFrequency(entry));
        }

        return row;
    }

    private long TagOf(UserWord word, long present)
    {
        if (string.IsNullOrEmpty(word.Tag))
            return present;
        if (_tags.IndexOf(word.Tag) is >= 0 and var known)
            return known;
        _tags.Add(word.Tag);
        return _tags.Count - 1;
    }

    // jieba's suggest_freq: one more than the probability of the present pieces would give.
    private long FrequencyThatKeepsWhole(string word)
    {
        var dictionary = ToDictionary(_trie.Present, _outside, _neverWords);
        var probability = 1.0;
        foreach (var piece in new Segmenter(dictionary).Enumerate(word, SegmentationMode.PreciseWithoutHmm))
            probability *= (dictionary.Find(word.AsSpan(piece.Start, piece.Length))?.Frequency ?? 1) / (double)_total;
        return Math.Max((long)(probability * _total) + 1, dictionary.Find(word)?.Frequency ?? 1);
    }
}

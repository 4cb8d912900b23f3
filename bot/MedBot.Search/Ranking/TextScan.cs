using System.Numerics;
using MedBot.Search.Analysis;
using MedBot.Search.Queries;

namespace MedBot.Search.Ranking;

/// <summary>
/// Reads the text of a candidate for a query's characters, pairs and runs: which of them stand there, and how many of them lie close together.
/// Prepared once for a query, then run over each candidate. Reused; not thread-safe.
/// </summary>
internal sealed class TextScan
{
    /// <summary>More distinct characters than this are not looked for: the longest questions are judged by their beginning.</summary>
    private const int MaximumSlots = 120;

    private const int Stride = 128;

    /// <summary>Characters that are alike in their lower bits share a place here, so that the table stays in the nearest cache.</summary>
    private const int Places = 1024;

    private readonly byte[] _places = new byte[Places];
    private readonly LowByteSet _lowBytes = new();
    private readonly char[] _characters = new char[Stride];
    private readonly byte[] _nextAtPlace = new byte[Stride];
    private readonly short[] _pairs = new short[Stride * Stride];
    private readonly short[] _singles = new short[Stride];
    private readonly List<int> _markedPairs = [];
    private readonly Dictionary<ulong, short> _runs = [];
    private float[] _values = new float[256];
    private bool[] _seen = new bool[256];
    private int[] _windowCounts = new int[256];
    private (int Position, short Term)[] _events = new (int, short)[1024];
    private int _eventCount;
    private int _termCount;
    private int _slotCount;
    private bool _hasLetterRuns;

    /// <summary>Which terms, by their place in the query, stand in the text read since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<bool> Seen => _seen.AsSpan(0, _termCount);

    public void Prepare(ReadOnlySpan<QueryTerm> terms)
    {
        Reset();
        _termCount = terms.Length;
        if (_values.Length < terms.Length)
        {
            _values = new float[terms.Length * 2];
            _seen = new bool[terms.Length * 2];
            _windowCounts = new int[terms.Length * 2];
        }

        for (short i = 0; i < terms.Length; i++)
        {
            ref readonly var term = ref terms[i];
            _values[i] = term.Value;
            switch (term.Shape)
            {
                case TermShape.Single when Slot(term.First) is > 0 and var slot:
                    _singles[slot] = (short)(i + 1);
                    break;
                case TermShape.Pair when Slot(term.First) is > 0 and var first && Slot(term.Second) is > 0 and var second:
                    _pairs[first * Stride + second] = (short)(i + 1);
                    _markedPairs.Add(first * Stride + second);
                    break;
                case TermShape.Run:
                    _runs[term.Key] = i;
                    _hasLetterRuns = true;
                    break;
            }
        }

        Clear();
    }

    /// <summary>Forgets what was seen in the text before.</summary>
    public void Clear()
    {
        _seen.AsSpan(0, _termCount).Clear();
        _eventCount = 0;
    }

    /// <summary>Reads one text and marks the terms in it. Offsets of later texts begin anew.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        _eventCount = 0;
        if (_hasLetterRuns)
            ReadEach(text);
        else
            ReadMarked(text);
    }

    /// <summary>Looks only at the characters that can be among the query's.</summary>
    private void ReadMarked(ReadOnlySpan<char> text)
    {
        var previous = 0;
        var previousAt = -2;
        for (var from = 0; from < text.Length; from += LowByteSet.Width)
            for (var marked = _lowBytes.Find(text[from..]); marked != 0; marked &= marked - 1)
            {
                var i = from + BitOperations.TrailingZeroCount(marked);
                var slot = Find(text[i]);
                if (slot == 0)
                    continue;
                if (_singles[slot] is > 0 and var single)
                    Mark(i, (short)(single - 1));
                if (previousAt == i - 1 && _pairs[previous * Stride + slot] is > 0 and var pair)
                    Mark(i - 1, (short)(pair - 1));
                (previous, previousAt) = (slot, i);
            }
    }

    private void ReadEach(ReadOnlySpan<char> text)
    {
        var previous = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var slot = Find(text[i]);
            if (slot == 0)
            {
                previous = 0;
                if (_hasLetterRuns && CharacterTable.Kind(text[i]) == CharacterKind.Letter)
                    i = ReadRun(text, i);
                continue;
            }

            if (_singles[slot] is > 0 and var single)
                Mark(i, (short)(single - 1));
            if (previous != 0 && _pairs[previous * Stride + slot] is > 0 and var pair)
                Mark(i - 1, (short)(pair - 1));
            previous = slot;
        }
    }

    /// <summary>The greatest sum of values of distinct terms that begin within so many characters of the text read last.</summary>
    public float BestWindow(int length)
    {
        var best = 0f;
        var sum = 0f;
        var from = 0;
        for (var i = 0; i < _eventCount; i++)
        {
            var (position, term) = _events[i];
            if (_windowCounts[term]++ == 0)
                sum += _values[term];
            for (; _events[from].Position <= position - length; from++)
                if (--_windowCounts[_events[from].Term] == 0)
                    sum -= _values[_events[from].Term];
            best = Math.Max(best, sum);
        }

        for (; from < _eventCount; from++)
            _windowCounts[_events[from].Term] = 0;
        return best;
    }

    /// <summary>Each place of a term in the text read last, in order.</summary>
    public ReadOnlySpan<(int Position, short Term)> Events => _events.AsSpan(0, _eventCount);

    private int ReadRun(ReadOnlySpan<char> text, int start)
    {
        var end = TermAnalyzer.EndOfRun(text, start);
        if (_runs.TryGetValue(TermKey.Run(text[start..end]), out var term))
            Mark(start, term);
        return end - 1;
    }

    private void Mark(int position, short term)
    {
        _seen[term] = true;
        if (_eventCount == _events.Length)
            Array.Resize(ref _events, _eventCount * 2);
        _events[_eventCount++] = (position, term);
    }

    private int Slot(char c)
    {
        if (Find(c) is > 0 and var known)
            return known;
        if (_slotCount == MaximumSlots)
            return 0;
        var slot = (byte)++_slotCount;
        _characters[slot] = c;
        _lowBytes.Add(c);
        _nextAtPlace[slot] = _places[c % Places];
        _places[c % Places] = slot;
        return slot;
    }

    private int Find(char c)
    {
        int slot = _places[c % Places];
        while (slot != 0 && _characters[slot] != c)
            slot = _nextAtPlace[slot];
        return slot;
    }

    private void Reset()
    {
        foreach (var pair in _markedPairs)
            _pairs[pair] = 0;
        _places.AsSpan().Clear();
        _lowBytes.Clear();
        _markedPairs.Clear();
        _singles.AsSpan().Clear();
        _runs.Clear();
        _slotCount = 0;
        _hasLetterRuns = false;
    }
}

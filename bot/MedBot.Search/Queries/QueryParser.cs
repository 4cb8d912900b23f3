using MedBot.Search.Analysis;
using MedBot.Search.Scoring;
using MedBot.Segmentation;

namespace MedBot.Search.Queries;

/// <summary>Turns a query's text and expansions into distinct weighted terms. Reused from query to query; not thread-safe.</summary>
internal sealed class QueryParser(TermAnalyzer analyzer, SearchScoring scoring)
{
    private readonly List<Token> _tokens = [];
    private readonly float[] _weights = new float[SearchQuery.MaximumLength];
    private readonly Dictionary<ulong, int> _known = [];
    private QueryTerm[] _terms = new QueryTerm[256];
    private int _count;

    public Span<QueryTerm> Terms => _terms.AsSpan(0, _count);

    public void Parse(SearchQuery query)
    {
        _known.Clear();
        _count = 0;
        var text = Cut(query.Text);
        Cut(text, drop: true);
        AddText(text, -1, 1);
        if (_count == 0)
        {
            _weights.AsSpan().Fill(1);
            AddText(text, -1, 1);
        }

        for (var i = 0; i < query.Expansions.Length; i++)
        {
            var expansion = query.Expansions[i];
            var wording = Cut(expansion.Text);
            Cut(wording, drop: false);
            AddText(wording, i, expansion.Weight);
        }
    }

    private static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, SearchQuery.MaximumLength));

    /// <summary>Finds the tokens and marks the characters of stop words. Of a word and the words inside it only the outer one decides.</summary>
    private void Cut(ReadOnlySpan<char> text, bool drop)
    {
        _tokens.Clear();
        foreach (var token in analyzer.Segmenter.Enumerate(text, SegmentationMode.Search))
            _tokens.Add(token);
        _weights.AsSpan(0, text.Length).Fill(1);
        if (!drop)
            return;
        var outer = text.Length;
        for (var i = _tokens.Count - 1; i >= 0; i--)
        {
            var (start, length) = _tokens[i];
            if (start >= outer)
                continue;
            outer = start;
            if (StopWords.KindOf(text.Slice(start, length)) is not StopWordKind.None and var kind)
                _weights.AsSpan(start, length).Fill(WeightOf(kind));
        }
    }

    private float WeightOf(StopWordKind kind) => kind switch
    {
        StopWordKind.Function => scoring.FunctionWordWeight,
        StopWordKind.Question => scoring.QuestionWordWeight,
        _ => 0,
    };

    private void AddText(ReadOnlySpan<char> text, int expansion, float weight)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var kind = CharacterTable.Kind(text[i]);
            if (kind == CharacterKind.Letter)
            {
                var end = TermAnalyzer.EndOfRun(text, i);
                Add(TermShape.Run, TermKey.Run(text[i..end]), scoring.RunWeight * weight * _weights[i], i, end - i, expansion, default, default);
                i = end - 1;
            }
            else if (kind == CharacterKind.Ideograph)
            {
                var c = CharacterTable.Fold(text[i]);
                Add(TermShape.Single, TermKey.Single(c), scoring.SingleWeight * weight * _weights[i], i, 1, expansion, c, c);
                if (i + 1 < text.Length && CharacterTable.Kind(text[i + 1]) == CharacterKind.Ideograph)
                    AddPair(c, text[i + 1], scoring.PairWeight * weight * ((_weights[i] + _weights[i + 1]) / 2), i, expansion);
            }
        }

        foreach (var (start, length) in _tokens)
        {
            if (length < 2)
                continue;
            var word = text.Slice(start, length);
            if (length == 2 && CharacterTable.Kind(word[0]) == CharacterKind.Ideograph && CharacterTable.Kind(word[1]) == CharacterKind.Ideograph)
                AddPair(word[0], word[1], scoring.WordWeight * weight * _weights[start], start, expansion);
            else if (TermAnalyzer.IsLongWord(word))
                Add(TermShape.Word, TermKey.Word(word), scoring.WordWeight * weight * _weights[start], start, length, expansion, default, default);
        }
    }

    private void AddPair(char first, char second, float weight, int start, int expansion)
    {
        (first, second) = (CharacterTable.Fold(first), CharacterTable.Fold(second));
        Add(TermShape.Pair, TermKey.Pair(first, second), weight, start, 2, expansion, first, second);
    }

    private void Add(TermShape shape, ulong key, float weight, int start, int length, int expansion, char first, char second)
    {
        if (weight <= 0)
            return;
        if (_known.TryGetValue(key, out var at))
        {
            // Repetition inside one wording adds up; what the resident wrote and a synonym repeats counts once, as written.
            if (_terms[at].Expansion == expansion)
                _terms[at].Weight += weight;
            return;
        }

        if (_count == _terms.Length)
            Array.Resize(ref _terms, _count * 2);
        _known.Add(key, _count);
        _terms[_count++] = new QueryTerm
        {
            Key = key,
            Weight = weight,
            Start = start,
            Length = length,
            Expansion = expansion,
            Shape = shape,
            First = first,
            Second = second,
        };
    }
}

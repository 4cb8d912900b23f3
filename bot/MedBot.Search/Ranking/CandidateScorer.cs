using System.Runtime.InteropServices;
using MedBot.Search.Documents;
using MedBot.Search.Postings;
using MedBot.Search.Queries;

namespace MedBot.Search.Ranking;

/// <summary>Refines the sums of the best candidates: how much of the query each covers, and how closely together its words stand.</summary>
internal sealed class CandidateScorer(IndexContent content)
{
    /// <summary>So many of the best have their text read for closeness, as long as they are no longer than this in all.</summary>
    private const int ReadTexts = 10;

    private const int ReadCharacters = 5_000;

    /// <summary>A text that holds each term once and is of average length gets about this share of the sum of values.</summary>
    private const double FullMatch = 0.6;

    private readonly TextScan _scan = new();
    private readonly List<UnitText> _head = [];
    private TermLists _lists = new();
    private int[] _units = [];
    private QueryTerm[] _terms = [];
    private bool[] _seen = [];
    private double[] _ownValues = [];
    private double[] _expansionShare = [];
    private Rank[] _order = [];
    private int _count;
    private double _total;

    /// <summary>How many candidates are refined for a query.</summary>
    public static int Depth(SearchQuery query) => Math.Clamp(query.Top * 2, 24, CandidateHeap.MaximumCapacity);

    public void Prepare(SearchQuery query, ReadOnlySpan<QueryTerm> terms, TermLists lists)
    {
        _lists = lists;
        if (_terms.Length < terms.Length)
            (_terms, _ownValues) = (new QueryTerm[terms.Length * 2], new double[terms.Length * 2]);
        if (_expansionShare.Length < query.Expansions.Length)
            _expansionShare = new double[query.Expansions.Length];
        terms.CopyTo(_terms);
        _count = terms.Length;
        _scan.Prepare(terms);
        _total = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            _ownValues[i] = terms[i].Expansion < 0 ? terms[i].Value : 0;
            _total += _ownValues[i];
        }
    }

    /// <summary>Fills in all parts of the score of candidates that have a sum, given by rising unit.</summary>
    /// <returns>The candidates' places, best first. Valid until the next call.</returns>
    public ReadOnlySpan<Rank> Score(SearchQuery query, Span<ScoredUnit> candidates)
    {
        if (_order.Length < candidates.Length)
            _order = new Rank[candidates.Length * 2];
        var order = _order.AsSpan(0, candidates.Length);
        MarkTerms(candidates);
        var factor = content.Scoring.CoverageExponent;
        for (var i = 0; i < candidates.Length; i++)
        {
            ref var candidate = ref candidates[i];
            candidate.Coverage = Coverage(query, _seen.AsSpan(i * _count, _count));
            candidate.CoverageFactor = Math.Pow(candidate.Coverage, factor);
            candidate.WindowFactor = 1;
            candidate.Relevance = _total > 0 ? Math.Min(1, candidate.Sum / (_total * FullMatch)) : 0;
            candidate.Score = candidate.Sum * candidate.CoverageFactor;
            order[i] = new Rank(i, candidate.Score, candidate.IsStoredQuestion);
        }

        order.Sort(Rank.BestFirst);
        ReadWindows(candidates, order);
        order.Sort(Rank.BestFirst);
        return order;
    }

    /// <summary>Marks which terms stand in which candidate, from the lists; title and questions of an article from their text.</summary>
    private void MarkTerms(Span<ScoredUnit> candidates)
    {
        if (_seen.Length < candidates.Length * _count)
            _seen = new bool[candidates.Length * _count * 2];
        _seen.AsSpan(0, candidates.Length * _count).Clear();
        if (_units.Length < candidates.Length)
            _units = new int[candidates.Length * 2];
        var from = 0;
        for (var s = 0; s < _lists.Index.Segments.Count; s++)
        {
            var segment = _lists.Index.Segments[s];
            var to = from;
            for (; to < candidates.Length && candidates[to].Unit < segment.FirstUnit + segment.Count; to++)
                _units[to] = candidates[to].Unit - segment.FirstUnit;
            if (to > from)
                for (var term = 0; term < _count; term++)
                    if (_lists.In(s)[term] is >= 0 and var offset)
                        new PostingCursor(segment.Data, offset, 1).Mark(_units.AsSpan(from, to - from), _seen.AsSpan(from * _count + term), _count);
            from = to;
        }

        if (content.Articles is null)
            return;
        for (var i = 0; i < candidates.Length; i++)
        {
            _head.Clear();
            content.Units.ReadHead(content.Units.Document[candidates[i].Unit], _head);
            _scan.Clear();
            foreach (var (_, text) in _head)
                _scan.Read(text.Span);
            for (var term = 0; term < _count; term++)
                _seen[i * _count + term] |= _scan.Seen[term];
        }
    }

    /// <summary>Share of the values of the query's own terms that are there. A part said in other words counts by the expansion's weight.</summary>
    private double Coverage(SearchQuery query, ReadOnlySpan<bool> seen)
    {
        if (_total <= 0)
            return 0;
        if (query.Expansions.Length == 0)
            return Math.Clamp(OwnValues(seen) / _total, 0, 1);
        for (var i = 0; i < query.Expansions.Length; i++)
            _expansionShare[i] = ExpansionShare(i, seen) * query.Expansions[i].Weight;
        var covered = 0.0;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var term = ref _terms[i];
            if (term.Expansion >= 0)
                continue;
            var share = seen[i] ? 1 : 0.0;
            for (var e = 0; e < query.Expansions.Length && share < 1; e++)
                if (term.Start >= query.Expansions[e].Start && term.Start + term.Length <= query.Expansions[e].Start + query.Expansions[e].Length)
                    share = Math.Max(share, _expansionShare[e]);
            covered += share * term.Value;
        }

        return Math.Clamp(covered / _total, 0, 1);
    }

    /// <summary>The sum of the values of terms seen. Multiplied, not asked for: no branch to guess wrong.</summary>
    private double OwnValues(ReadOnlySpan<bool> seen)
    {
        var sum = 0.0;
        var marks = MemoryMarshal.AsBytes(seen);
        var values = _ownValues.AsSpan(0, marks.Length);
        for (var i = 0; i < values.Length; i++)
            sum += marks[i] * values[i];
        return sum;
    }

    private double ExpansionShare(int expansion, ReadOnlySpan<bool> seen)
    {
        var all = 0.0;
        var there = 0.0;
        for (var i = 0; i < _count; i++)
        {
            if (_terms[i].Expansion != expansion)
                continue;
            all += _terms[i].Value;
            if (seen[i])
                there += _terms[i].Value;
        }

        return all > 0 ? there / all : 0;
    }

    private void ReadWindows(Span<ScoredUnit> candidates, Span<Rank> order)
    {
        var scoring = content.Scoring;
        if (scoring.WindowWeight <= 0 || _total <= 0)
            return;
        var left = ReadCharacters;
        var least = 1.0;
        for (var i = 0; i < candidates.Length; i++)
        {
            ref var candidate = ref candidates[order[i].At];
            var body = content.Units.Body(candidate.Unit).Span;
            // What is not read is taken to be as close as the least close so far: its place among the better ones is not disturbed.
            if (i < ReadTexts && left > 0)
            {
                left -= body.Length;
                _scan.Clear();
                _scan.Read(body[..Math.Min(body.Length, ReadCharacters)]);
                candidate.WindowFactor = 1 + scoring.WindowWeight * Math.Min(1, _scan.BestWindow(scoring.WindowLength) / _total);
                least = i == 0 ? candidate.WindowFactor : Math.Min(least, candidate.WindowFactor);
            }
            else
                candidate.WindowFactor = least;

            candidate.Score *= candidate.WindowFactor;
            order[i] = order[i] with { Score = candidate.Score };
        }
    }
}

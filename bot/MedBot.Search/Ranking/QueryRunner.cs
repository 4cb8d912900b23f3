using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedBot.Search.Documents;
using MedBot.Search.Queries;
using MedBot.Search.Results;

namespace MedBot.Search.Ranking;

/// <summary>Runs one query at a time and keeps its buffers for the next.</summary>
internal sealed class QueryRunner(IndexContent content)
{
    /// <summary>All integer sums of one query stay below this.</summary>
    private const double SumLimit = 1 << 30;

    private readonly QueryParser _parser = new(content.Analyzer, content.Scoring);
    private readonly CandidateFinder _finder = new();
    private readonly CandidateHeap _heap = new();
    private readonly CandidateScorer _scorer = new(content);
    private readonly int[] _articleSums = new int[content.Articles?.Count ?? 0];
    private readonly List<ScoredUnit> _scored = [];
    private readonly TermLists _passages = new();
    private readonly TermLists _articles = new();
    private int[] _weights = new int[256];
    private double[] _articleValues = new double[256];

    public SearchResult Run(SearchQuery query)
    {
        if (query.Top <= 0)
            return SearchResult.Empty;
        _parser.Parse(query);
        var terms = _parser.Terms;
        var (scale, total) = Weigh(terms);
        if (total <= 0)
            return SearchResult.Empty;
        if (FacetTable.IsNeeded(query))
            Find(terms, scale, content.Facets.For(query, content.Units.Document), query);
        else
            Find(terms, scale, new EveryUnit(), query);
        _scorer.Prepare(query, terms, _passages);
        return Present(query, _scorer.Score(query, CollectionsMarshal.AsSpan(_scored)));
    }

    /// <summary>Fills in idf and values; gives the scale from scores to integer sums and the greatest possible score.</summary>
    private (double Scale, double Total) Weigh(Span<QueryTerm> terms)
    {
        if (_weights.Length < terms.Length)
        {
            _weights = new int[terms.Length * 2];
            _articleValues = new double[terms.Length * 2];
        }

        _passages.Find(content.Passages, terms);
        var total = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            ref var term = ref terms[i];
            term.DocumentFrequency = _passages.DocumentFrequency(i);
            term.Value = term.Weight * content.Passages.Idf(term.DocumentFrequency);
            if (term.DocumentFrequency > 0)
                total += term.Value * content.Passages.ImpactScale * byte.MaxValue;
        }

        if (content.Articles is { } articles)
        {
            _articles.Find(articles, terms);
            for (var i = 0; i < terms.Length; i++)
            {
                _articleValues[i] = _articles.DocumentFrequency(i) is > 0 and var frequency
                    ? content.Scoring.ArticleWeight * terms[i].Weight * articles.Idf(frequency) * articles.ImpactScale
                    : 0;
                total += _articleValues[i] * byte.MaxValue;
            }
        }

        return (SumLimit / Math.Max(total, 1e-9), total);
    }

    private void Find<TFilter>(ReadOnlySpan<QueryTerm> terms, double scale, TFilter filter, SearchQuery query)
        where TFilter : IUnitFilter
    {
        var weights = _weights.AsSpan(0, terms.Length);
        ReadOnlySpan<int> article = default;
        if (content.Articles is not null)
        {
            for (var i = 0; i < terms.Length; i++)
                weights[i] = (int)(_articleValues[i] * scale);
            _finder.SumAll(_articles, weights, _articleSums);
            article = content.Units.Document;
        }

        for (var i = 0; i < terms.Length; i++)
            weights[i] = terms[i].DocumentFrequency == 0 ? 0 : (int)(terms[i].Value * content.Passages.ImpactScale * scale);
        _heap.Reset(CandidateScorer.Depth(query));
        _finder.Find(_passages, weights, article, _articleSums, filter, _heap);
        Gather(query, scale, filter);
    }

    /// <summary>Lists the units found, and the stored questions that the query repeats, whatever their sum.</summary>
    private void Gather<TFilter>(SearchQuery query, double scale, TFilter filter)
        where TFilter : IUnitFilter
    {
        _scored.Clear();
        _heap.SortByUnit();
        foreach (var (sum, unit) in _heap.Items)
            _scored.Add(new ScoredUnit(unit) { Sum = sum / scale });
        foreach (var document in content.Questions.Find(query.Text))
        {
            var first = content.Units.FirstUnit(document);
            if (!filter.Allows(first))
                continue;
            var known = _scored.FindIndex(scored => content.Units.Document[scored.Unit] == document);
            if (known < 0)
            {
                var place = _scored.FindIndex(scored => scored.Unit > first);
                _scored.Insert(place < 0 ? _scored.Count : place, new ScoredUnit(first) { IsStoredQuestion = true });
            }

            var scored = CollectionsMarshal.AsSpan(_scored);
            for (var i = 0; i < scored.Length; i++)
                scored[i].IsStoredQuestion |= content.Units.Document[scored[i].Unit] == document;
        }
    }

    private SearchResult Present(SearchQuery query, ReadOnlySpan<Rank> order)
    {
        var hits = ImmutableArray.CreateBuilder<SearchHit>(Math.Min(query.Top, _scored.Count));
        foreach (var rank in order)
        {
            if (hits.Count == query.Top)
                break;
            var scored = _scored[rank.At];
            var document = content.Documents[content.Units.Document[scored.Unit]];
            if (query.OnePassagePerDocument && content.Articles is not null && hits.Any(hit => ReferenceEquals(hit.Document, document)))
                continue;
            hits.Add(new SearchHit(new HitDetails(content, query, scored), document, content.Units.PassageIndex(scored.Unit), content.Units.Passage(scored.Unit)));
        }

        return new SearchResult(hits.DrainToImmutable());
    }
}

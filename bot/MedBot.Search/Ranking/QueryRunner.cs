using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedBot.Search.Documents;
using MedBot.Search.Postings;
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
    private WeightedTerm[] _weighted = new WeightedTerm[256];

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
        _scorer.Prepare(query, terms);
        _scorer.Score(query, CollectionsMarshal.AsSpan(_scored));
        return Present(query);
    }

    /// <summary>Fills in idf and values; gives the scale from scores to integer sums and the greatest possible score.</summary>
    private (double Scale, double Total) Weigh(Span<QueryTerm> terms)
    {
        var passages = content.Passages;
        var total = 0.0;
        foreach (ref var term in terms)
        {
            term.DocumentFrequency = passages.DocumentFrequency(term.Key);
            term.Value = term.Weight * passages.Idf(term.DocumentFrequency);
            if (term.DocumentFrequency > 0)
                total += term.Value * passages.ImpactScale * byte.MaxValue;
        }

        if (content.Articles is { } articles)
            foreach (ref var term in terms)
                total += ArticleValue(term, articles) * byte.MaxValue;
        return (SumLimit / Math.Max(total, 1e-9), total);
    }

    private double ArticleValue(in QueryTerm term, InvertedIndex articles) =>
        articles.DocumentFrequency(term.Key) is > 0 and var frequency
            ? content.Scoring.ArticleWeight * term.Weight * articles.Idf(frequency) * articles.ImpactScale
            : 0;

    private void Find<TFilter>(ReadOnlySpan<QueryTerm> terms, double scale, TFilter filter, SearchQuery query)
        where TFilter : IUnitFilter
    {
        if (_weighted.Length < terms.Length)
            _weighted = new WeightedTerm[terms.Length * 2];
        var weighted = _weighted.AsSpan(0, terms.Length);
        ReadOnlySpan<int> article = default;
        if (content.Articles is { } articles)
        {
            for (var i = 0; i < terms.Length; i++)
                weighted[i] = new WeightedTerm(terms[i].Key, (int)(ArticleValue(terms[i], articles) * scale));
            _finder.SumAll(articles, weighted, _articleSums);
            article = content.Units.Document;
        }

        for (var i = 0; i < terms.Length; i++)
            weighted[i] = new WeightedTerm(terms[i].Key, terms[i].DocumentFrequency == 0 ? 0 : (int)(terms[i].Value * content.Passages.ImpactScale * scale));
        _heap.Reset(CandidateScorer.Depth(query));
        _finder.Find(content.Passages, weighted, article, _articleSums, filter, _heap);
        Gather(query, scale, filter);
    }

    /// <summary>Lists the units found, and the stored questions that the query repeats, whatever their sum.</summary>
    private void Gather<TFilter>(SearchQuery query, double scale, TFilter filter)
        where TFilter : IUnitFilter
    {
        _scored.Clear();
        foreach (var (sum, unit) in _heap.Items)
            _scored.Add(new ScoredUnit(unit) { Sum = sum / scale });
        foreach (var document in content.Questions.Find(query.Text))
        {
            var first = content.Units.FirstUnit(document);
            if (!filter.Allows(first))
                continue;
            var known = _scored.FindIndex(scored => content.Units.Document[scored.Unit] == document);
            if (known < 0)
                _scored.Add(new ScoredUnit(first) { IsStoredQuestion = true });
            var scored = CollectionsMarshal.AsSpan(_scored);
            for (var i = 0; i < scored.Length; i++)
                scored[i].IsStoredQuestion |= content.Units.Document[scored[i].Unit] == document;
        }
    }

    private SearchResult Present(SearchQuery query)
    {
        var hits = ImmutableArray.CreateBuilder<SearchHit>(Math.Min(query.Top, _scored.Count));
        foreach (var scored in _scored)
        {
            if (hits.Count == query.Top)
                break;
            var document = content.Documents[content.Units.Document[scored.Unit]];
            if (query.OnePassagePerDocument && content.Articles is not null && hits.Any(hit => ReferenceEquals(hit.Document, document)))
                continue;
            hits.Add(new SearchHit(new HitDetails(content, query, scored), document, content.Units.PassageIndex(scored.Unit), content.Units.Passage(scored.Unit)));
        }

        return new SearchResult(hits.DrainToImmutable());
    }
}

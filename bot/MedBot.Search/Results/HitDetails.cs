using System.Collections.Immutable;
using MedBot.Search.Documents;
using MedBot.Search.Postings;
using MedBot.Search.Queries;
using MedBot.Search.Ranking;

namespace MedBot.Search.Results;

/// <summary>What a hit needs to highlight and explain itself later, when it is asked to.</summary>
internal sealed class HitDetails(IndexContent content, SearchQuery query, ScoredUnit scored)
{
    public double Score => scored.Score;

    public double Coverage => scored.Coverage;

    public double Relevance => scored.Relevance;

    public bool IsStoredQuestion => scored.IsStoredQuestion;

    public ImmutableArray<Range> FindMatches(SearchHit hit)
    {
        var scan = new TextScan();
        var terms = Parse();
        scan.Prepare(terms);
        scan.Read(hit.Text);
        var covered = new bool[hit.Passage.Length];
        foreach (var (position, term) in scan.Events)
            if (terms[term].Shape != TermShape.Single)
                covered.AsSpan(position, terms[term].Length).Fill(true);
        var matches = ImmutableArray.CreateBuilder<Range>();
        for (var i = 0; i < covered.Length; i++)
        {
            if (!covered[i])
                continue;
            var start = i;
            while (i < covered.Length && covered[i])
                i++;
            matches.Add((hit.Passage.Start + start)..(hit.Passage.Start + i));
        }

        return matches.DrainToImmutable();
    }

    public SearchExplanation Explain(SearchHit hit)
    {
        var terms = Parse();
        var explained = ImmutableArray.CreateBuilder<ExplainedTerm>(terms.Length);
        foreach (ref readonly var term in terms)
        {
            var text = term.Expansion < 0 ? query.Text : query.Expansions[term.Expansion].Text;
            var documents = content.Passages.DocumentFrequency(term.Key);
            explained.Add(new ExplainedTerm(
                text.Substring(term.Start, term.Length), term.Weight, content.Passages.Idf(documents), documents, Frequency(content.Passages, term.Key, scored.Unit)));
        }

        explained.Sort((a, b) => b.Contribution.CompareTo(a.Contribution));
        var termSum = explained.Sum(term => term.Contribution);
        return new SearchExplanation(explained.DrainToImmutable(), termSum, ArticleSum(terms), scored.CoverageFactor, scored.WindowFactor, scored.Score);
    }

    private Span<QueryTerm> Parse()
    {
        var parser = new QueryParser(content.Analyzer, content.Scoring);
        parser.Parse(query);
        return parser.Terms;
    }

    private double ArticleSum(ReadOnlySpan<QueryTerm> terms)
    {
        if (content.Articles is not { } articles)
            return 0;
        var sum = 0.0;
        foreach (ref readonly var term in terms)
            sum += term.Weight * articles.Idf(articles.DocumentFrequency(term.Key)) * Frequency(articles, term.Key, content.Units.Document[scored.Unit]);
        return content.Scoring.ArticleWeight * sum;
    }

    private static double Frequency(InvertedIndex index, ulong key, int unit)
    {
        foreach (var segment in index.Segments)
            if (unit >= segment.FirstUnit && unit < segment.FirstUnit + segment.Count && segment.Find(key) is >= 0 and var offset)
            {
                Span<int> impact = [0];
                new PostingCursor(segment.Data, offset, 1).Add(unit - segment.FirstUnit, impact);
                return impact[0] * index.ImpactScale;
            }

        return 0;
    }
}

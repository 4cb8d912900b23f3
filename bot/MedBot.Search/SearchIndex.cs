using System.Collections.Concurrent;
using MedBot.Search.Documents;
using MedBot.Search.Queries;
using MedBot.Search.Ranking;
using MedBot.Search.Results;
using MedBot.Search.Scoring;
using MedBot.Segmentation;

namespace MedBot.Search;

/// <summary>
/// An index in memory over passages of documents: BM25 over words, pairs and single characters. Immutable and thread-safe;
/// changed files mean a new index, swapped for the old one.
/// </summary>
public sealed class SearchIndex
{
    private readonly ConcurrentBag<QueryRunner> _idle = [];
    private readonly IndexContent _content;

    private SearchIndex(IndexContent content) => _content = content;

    public IReadOnlyList<SearchDocument> Documents => _content.Documents;

    /// <summary>How many passages can be found.</summary>
    public int PassageCount => _content.Units.Count;

    public SearchScoring Scoring => _content.Scoring;

    /// <summary>Bytes held by terms and postings; the documents' own strings are not counted.</summary>
    public long IndexBytes => _content.Passages.Bytes + (_content.Articles?.Bytes ?? 0);

    /// <summary>Builds an index on all cores.</summary>
    /// <param name="segmenter">Cuts documents and queries into words.</param>
    /// <param name="documents">In the order that decides between equal scores.</param>
    /// <param name="scoring">How to rank; null to choose by the nature of the collection (<see cref="CollectionProfile"/>).</param>
    /// <exception cref="ArgumentException">A passage lies outside its document's body.</exception>
    public static SearchIndex Build(IReadOnlyList<SearchDocument> documents, Segmenter segmenter, SearchScoring? scoring = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(segmenter);
        return new SearchIndex(IndexContent.Build(documents, segmenter, scoring ?? CollectionProfile.Choose(documents)));
    }

    /// <summary>The best passages for a query. Filters are applied before anything is ranked.</summary>
    public SearchResult Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!_idle.TryTake(out var runner))
            runner = new QueryRunner(_content);
        var result = runner.Run(query);
        _idle.Add(runner);
        return result;
    }
}

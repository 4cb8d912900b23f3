using System.Collections.Immutable;
using MedBot.Search.Documents;

namespace MedBot.Search.Results;

/// <summary>One passage found, with how well it fits.</summary>
public sealed class SearchHit
{
    private readonly HitDetails _details;

    internal SearchHit(HitDetails details, SearchDocument document, int passageIndex, SearchPassage passage)
    {
        _details = details;
        Document = document;
        PassageIndex = passageIndex;
        Passage = passage;
    }

    public SearchDocument Document { get; }

    public string DocumentId => Document.Id;

    /// <summary>Which of the document's passages; zero when it has none listed and is found whole.</summary>
    public int PassageIndex { get; }

    /// <summary>Where in <see cref="SearchDocument.Body"/> the passage lies, and under which headings.</summary>
    public SearchPassage Passage { get; }

    /// <summary>The text of the passage.</summary>
    public ReadOnlySpan<char> Text => Document.Body.AsSpan(Passage.Start, Passage.Length);

    /// <summary>Rank order within one result; not comparable between queries.</summary>
    public double Score => _details.Score;

    /// <summary>Share of the query's idf that the passage, its title and its questions hold, from 0 to 1. Words unknown to the whole collection count as not held.</summary>
    public double Coverage => _details.Coverage;

    /// <summary>The score as a share of what a text that holds every term of the query once or twice would get, from 0 to 1. Comparable between queries.</summary>
    public double Relevance => _details.Relevance;

    /// <summary>The query repeats a stored question of this document, but for politeness and punctuation.</summary>
    public bool IsStoredQuestion => _details.IsStoredQuestion;

    /// <summary>The places of the query's words in the passage, to be highlighted: offsets in <see cref="SearchDocument.Body"/>, in order, not touching.</summary>
    public ImmutableArray<Range> FindMatches() => _details.FindMatches(this);

    /// <summary>How the score came about.</summary>
    public SearchExplanation Explain() => _details.Explain(this);
}

using MedBot.Search.Analysis;
using MedBot.Search.Postings;
using MedBot.Search.Scoring;
using MedBot.Segmentation;

namespace MedBot.Search.Documents;

/// <summary>Everything that a built index holds.</summary>
internal sealed class IndexContent
{
    private IndexContent(IReadOnlyList<SearchDocument> documents, SearchScoring scoring, TermAnalyzer analyzer, UnitTable units)
    {
        (Documents, Scoring, Analyzer, Units) = (documents, scoring, analyzer, units);
        Facets = new FacetTable(documents);
        Questions = new QuestionTable(documents);
        var builder = new InvertedIndexBuilder(analyzer, scoring);
        if (units.HasArticles)
        {
            Passages = builder.Build(units.Count, units.ReadPassage);
            Articles = builder.Build(documents.Count, units.ReadArticle);
        }
        else
            Passages = builder.Build(units.Count, units.ReadWhole);
    }

    public IReadOnlyList<SearchDocument> Documents { get; }

    public SearchScoring Scoring { get; }

    public TermAnalyzer Analyzer { get; }

    public UnitTable Units { get; }

    public FacetTable Facets { get; }

    public QuestionTable Questions { get; }

    public InvertedIndex Passages { get; }

    /// <summary>Whole articles, when some have several passages.</summary>
    public InvertedIndex? Articles { get; }

    public static IndexContent Build(IReadOnlyList<SearchDocument> documents, Segmenter segmenter, SearchScoring scoring)
    {
        foreach (var document in documents)
            foreach (var passage in document.Passages)
                if (passage.Start < 0 || passage.Length < 0 || passage.Start > document.Body.Length - passage.Length)
                    throw new ArgumentException($"Passage {passage.Start}+{passage.Length} of document '{document.Id}' lies outside its body of {document.Body.Length}.", nameof(documents));
        return new IndexContent(documents, scoring, new TermAnalyzer(segmenter), new UnitTable(documents));
    }
}

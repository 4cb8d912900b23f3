namespace MedBot.Search.Ranking;

/// <summary>A candidate with all parts of its score.</summary>
internal record struct ScoredUnit(int Unit)
{
    /// <summary>The sum of BM25 over terms, with the article's share.</summary>
    public double Sum { get; set; }

    public double Coverage { get; set; }

    public double CoverageFactor { get; set; }

    public double WindowFactor { get; set; }

    public double Score { get; set; }

    /// <summary>The sum as a share of that of a text which holds every term.</summary>
    public double Relevance { get; set; }

    public bool IsStoredQuestion { get; set; }
}

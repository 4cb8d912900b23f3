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

    /// <summary>Repeated stored questions first, then by score; of equal scores the lower unit.</summary>
    public static int BestFirst(ScoredUnit a, ScoredUnit b) =>
        a.IsStoredQuestion != b.IsStoredQuestion ? (a.IsStoredQuestion ? -1 : 1)
        : a.Score != b.Score ? b.Score.CompareTo(a.Score)
        : a.Unit.CompareTo(b.Unit);
}

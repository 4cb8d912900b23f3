namespace MedBot.Search.Ranking;

/// <summary>Where a candidate stands among all, with what decides its rank. Candidates lie by rising unit.</summary>
internal readonly record struct Rank(int At, double Score, bool IsStoredQuestion)
{
    /// <summary>Repeated stored questions first, then by score; of equal scores the lower unit.</summary>
    public static int BestFirst(Rank a, Rank b) =>
        a.IsStoredQuestion != b.IsStoredQuestion ? (a.IsStoredQuestion ? -1 : 1)
        : a.Score != b.Score ? (a.Score > b.Score ? -1 : 1)
        : a.At.CompareTo(b.At);
}

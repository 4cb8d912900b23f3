namespace MedBot.Search.Ranking;

/// <summary>Which units a query may find at all. Asked before a unit can take a place among the candidates.</summary>
internal interface IUnitFilter
{
    /// <summary>Whether the filter lets every unit through, known without asking.</summary>
    static abstract bool AllowsAll { get; }

    bool Allows(int unit);
}

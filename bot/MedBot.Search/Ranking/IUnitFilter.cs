namespace MedBot.Search.Ranking;

/// <summary>Which units a query may find at all. Asked before a unit can take a place among the candidates.</summary>
internal interface IUnitFilter
{
    bool Allows(int unit);
}

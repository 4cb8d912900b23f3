namespace MedBot.Search.Ranking;

/// <summary>Lets every unit through.</summary>
internal readonly struct EveryUnit : IUnitFilter
{
    public static bool AllowsAll => true;

    public bool Allows(int unit) => true;
}

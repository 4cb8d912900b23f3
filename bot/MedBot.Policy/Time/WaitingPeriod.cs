using MedBot.Policy.Figures;

namespace MedBot.Policy.Time;

/// <summary>Years without cover, taken as the ones just before a benefit year.</summary>
/// <param name="CoverYear">The benefit year that is paid for now.</param>
/// <param name="Years">How many years before it were missed; 0 when only the window was.</param>
/// <param name="Repaid">How many of them were paid afterwards.</param>
public sealed record Lapse(int CoverYear, int Years, int Repaid = 0)
{
    public int FirstYear => CoverYear - Years;

    public int LastYear => CoverYear - 1;
}

/// <summary>
/// The waiting period after a lapse (国办发〔2024〕38号): fixed months for everybody late, more for each lapsed year beyond
/// the first, less for each year repaid, where a place counts only years from some year on.
/// </summary>
/// <param name="Fixed">Fixed months.</param>
/// <param name="Variable">Months for further lapsed years after those repaid, never negative: repaying shortens only these.</param>
/// <param name="CountedYears">Lapsed years that the place counts.</param>
public sealed record WaitingPeriod(int Fixed, int Variable, int CountedYears)
{
    public int Months => Fixed + Variable;

    /// <summary>What exact figures give; null when one is open that the lapse needs, or does not count in months.</summary>
    /// <param name="wait">Fixed months.</param>
    /// <param name="perExtraYear">Months for each counted year beyond the first.</param>
    /// <param name="perYearRepaid">Months off for each year repaid.</param>
    /// <param name="countFrom">First benefit year whose lapse counts; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of years is negative.</exception>
    public static WaitingPeriod? Of(Figure? wait, Figure? perExtraYear, Figure? perYearRepaid, Figure? countFrom, Lapse lapse)
    {
        ArgumentNullException.ThrowIfNull(lapse);
        ArgumentOutOfRangeException.ThrowIfNegative(lapse.Years, nameof(lapse));
        ArgumentOutOfRangeException.ThrowIfNegative(lapse.Repaid, nameof(lapse));
        if (MonthsOf(wait) is not { } months)
            return null;
        var first = countFrom?.Number is { } from ? Math.Max(lapse.FirstYear, (int)from.Low) : lapse.FirstYear;
        var counted = Math.Max(0, lapse.CoverYear - first);
        if (counted <= 1)
            return new WaitingPeriod(months, 0, counted);
        if (MonthsOf(perExtraYear) is not { } share || (lapse.Repaid > 0 && MonthsOf(perYearRepaid) is null))
            return null;
        var less = lapse.Repaid * (MonthsOf(perYearRepaid) ?? 0);
        return new WaitingPeriod(months, Math.Max(0, ((counted - 1) * share) - less), counted);
    }

    /// <summary>The last day on which somebody who left employee insurance pays without waiting; that day still counts.</summary>
    public static DateOnly LastDayOfGrace(DateOnly ended, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return ended.AddMonths(months);
    }

    private static int? MonthsOf(Figure? figure) =>
        figure is { Unit: "个月", Number: { Bound: Bound.Exact, Low: var months } } && months == decimal.Truncate(months) ? (int)months : null;
}

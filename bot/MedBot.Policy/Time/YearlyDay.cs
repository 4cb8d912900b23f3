namespace MedBot.Policy.Time;

/// <summary>A day that comes every year: 9月1日. The 29th of February is the 28th where a year has none.</summary>
public readonly record struct YearlyDay
{
    private const int SomeLeapYear = 2024;

    /// <exception cref="ArgumentOutOfRangeException">No year has that day.</exception>
    public YearlyDay(int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DateTime.DaysInMonth(SomeLeapYear, month));
        (Month, Day) = (month, day);
    }

    public int Month { get; }

    public int Day { get; }

    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

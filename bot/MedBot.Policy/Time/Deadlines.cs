namespace MedBot.Policy.Time;

/// <summary>Last days and waiting days, counted as calendars and documents count them.</summary>
public static class Deadlines
{
    /// <summary>
    /// The last day of "within n days from birth" when the day of birth is the first: the safe reading. Documents seldom
    /// say how they count; see <see cref="LastDayCountedFromNext"/> for the other one.
    /// </summary>
    public static DateOnly LastDayFromBirth(DateOnly birth, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return birth.AddDays(days - 1);
    }

    /// <summary>The last day when counting starts on the day after birth, as the Civil Code counts periods (民法典第二百零一条).</summary>
    public static DateOnly LastDayCountedFromNext(DateOnly birth, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return birth.AddDays(days);
    }

    /// <summary>Days from today to the last day; 0 on the last day itself, which still counts; negative after it.</summary>
    public static int DaysLeft(DateOnly lastDay, DateOnly today) => lastDay.DayNumber - today.DayNumber;

    /// <summary>First day with cover after waiting whole months from the day of payment: 31 January and one month is 28 February.</summary>
    public static DateOnly CoveredAfterMonths(DateOnly paid, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return paid.AddMonths(months);
    }

    /// <summary>First day with cover after waiting days from the day of payment.</summary>
    public static DateOnly CoveredAfterDays(DateOnly paid, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return paid.AddDays(days);
    }
}

using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Time;

public sealed class DeadlinesTests
{
    [Fact]
    public void TheDayOfBirthIsTheFirstOfTheNinety()
    {
        Assert.Equal(new DateOnly(2026, 12, 31), Deadlines.LastDayFromBirth(new DateOnly(2026, 10, 3), 90));
        Assert.Equal(new DateOnly(2026, 10, 3), Deadlines.LastDayFromBirth(new DateOnly(2026, 10, 3), 1));
    }

    [Fact]
    public void CountedFromTheNextDayItIsADayLater()
    {
        Assert.Equal(new DateOnly(2027, 1, 1), Deadlines.LastDayCountedFromNext(new DateOnly(2026, 10, 3), 90));
        Assert.Equal(new DateOnly(2024, 2, 29), Deadlines.LastDayCountedFromNext(new DateOnly(2024, 2, 28), 1));
    }

    [Fact]
    public void WithinNoDaysIsNotADeadline()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.LastDayFromBirth(new DateOnly(2026, 1, 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.LastDayCountedFromNext(new DateOnly(2026, 1, 1), 0));
    }

    [Fact]
    public void OnTheLastDayNoDaysAreLeftAndItStillCounts()
    {
        var last = new DateOnly(2025, 2, 28);

        Assert.Equal(1, Deadlines.DaysLeft(last, new DateOnly(2025, 2, 27)));
        Assert.Equal(0, Deadlines.DaysLeft(last, last));
        Assert.Equal(-1, Deadlines.DaysLeft(last, new DateOnly(2025, 3, 1)));
    }

    [Fact]
    public void AMonthFromTheThirtyFirstEndsWithTheMonth()
    {
        Assert.Equal(new DateOnly(2025, 2, 28), Deadlines.CoveredAfterMonths(new DateOnly(2025, 1, 31), 1));
        Assert.Equal(new DateOnly(2024, 2, 29), Deadlines.CoveredAfterMonths(new DateOnly(2023, 11, 30), 3));
        Assert.Equal(new DateOnly(2025, 1, 31), Deadlines.CoveredAfterMonths(new DateOnly(2025, 1, 31), 0));
    }

    [Fact]
    public void WaitingDaysAreCalendarDays() =>
        Assert.Equal(new DateOnly(2027, 2, 19), Deadlines.CoveredAfterDays(new DateOnly(2026, 11, 21), 90));

    [Fact]
    public void NobodyWaitsLessThanNothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.CoveredAfterMonths(new DateOnly(2025, 1, 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadlines.CoveredAfterDays(new DateOnly(2025, 1, 1), -1));
    }
}

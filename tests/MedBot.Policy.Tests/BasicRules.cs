using MedBot.Policy.Figures;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests;

/// <summary>Bounds, days and numbers: what every answer rests on.</summary>
public sealed class BasicRules
{
    [Fact]
    public void TheLastDayOfAPeriodStillCounts()
    {
        var window = new Period(new DateOnly(2024, 9, 15), new DateOnly(2025, 2, 28));

        Assert.Equal(PeriodStatus.NotYet, window.StatusOn(new DateOnly(2024, 9, 14)));
        Assert.Equal(PeriodStatus.Current, window.StatusOn(new DateOnly(2024, 9, 15)));
        Assert.Equal(PeriodStatus.Current, window.StatusOn(new DateOnly(2025, 2, 28)));
        Assert.Equal(PeriodStatus.Expired, window.StatusOn(new DateOnly(2025, 3, 1)));
    }

    [Fact]
    public void AnEndThatIsNotStatedNeverExpires() =>
        Assert.Equal(PeriodStatus.Current, new Period(null, null).StatusOn(new DateOnly(2099, 1, 1)));

    [Fact]
    public void TheNinetiethDayCountsTheDayOfBirthAsTheFirst()
    {
        Assert.Equal(new DateOnly(2026, 12, 31), Deadlines.LastDayFromBirth(new DateOnly(2026, 10, 3), 90));
        Assert.Equal(new DateOnly(2027, 1, 1), Deadlines.LastDayCountedFromNext(new DateOnly(2026, 10, 3), 90));
    }

    [Fact]
    public void OnTheLastDayNoDayIsLeftButItStillCounts() =>
        Assert.Equal(0, Deadlines.DaysLeft(new DateOnly(2025, 2, 28), new DateOnly(2025, 2, 28)));

    [Fact]
    public void AMonthFromTheEndOfALongMonthEndsInTheShortOne() =>
        Assert.Equal(new DateOnly(2025, 2, 28), Deadlines.CoveredAfterMonths(new DateOnly(2025, 1, 31), 1));

    [Fact]
    public void AQuantityKeepsItsBoundWord()
    {
        Assert.Equal("至少85%", Quantity.AtLeast(85).ToText("%"));
        Assert.Equal("50%–70%", Quantity.Between(50, 70).ToText("%"));
        Assert.NotEqual(Quantity.Exactly(85), Quantity.AtLeast(85));
    }

    [Fact]
    public void NumbersAreReadInEveryWriting() =>
        Assert.Equal([12000.5m, 90m, 2025m], NumbersInText.Of("共12,000.50元，９０天，2025年"));

    [Fact]
    public void TodayIsChinasDay() =>
        Assert.Equal(new DateOnly(2025, 3, 1), ChinaCalendar.DayOf(new DateTimeOffset(2025, 2, 28, 16, 0, 0, TimeSpan.Zero)));
}

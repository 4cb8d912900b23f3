using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Time;

public sealed class PeriodTests
{
    private static readonly Period Window = new(new DateOnly(2024, 9, 15), new DateOnly(2025, 2, 28));

    [Fact]
    public void BothEndsAreInside()
    {
        Assert.Equal(PeriodStatus.NotYet, Window.StatusOn(new DateOnly(2024, 9, 14)));
        Assert.Equal(PeriodStatus.Current, Window.StatusOn(new DateOnly(2024, 9, 15)));
        Assert.Equal(PeriodStatus.Current, Window.StatusOn(new DateOnly(2025, 2, 28)));
        Assert.Equal(PeriodStatus.Expired, Window.StatusOn(new DateOnly(2025, 3, 1)));
    }

    [Fact]
    public void AnEndThatIsNotStatedDoesNotEnd()
    {
        Assert.Equal(PeriodStatus.Current, new Period(new DateOnly(2025, 1, 1), null).StatusOn(DateOnly.MaxValue));
        Assert.Equal(PeriodStatus.Current, new Period(null, new DateOnly(2025, 1, 1)).StatusOn(DateOnly.MinValue));
        Assert.True(new Period(null, null).Contains(new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public void OneDayIsAPeriod()
    {
        var day = new DateOnly(2025, 1, 1);

        Assert.True(new Period(day, day).Contains(day));
    }

    [Fact]
    public void TheLastDayIsNotBeforeTheFirst() =>
        Assert.Throws<ArgumentOutOfRangeException>("last", () => new Period(new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 1)));

    [Fact]
    public void PeriodsThatShareADayOverlap()
    {
        Assert.True(Window.Overlaps(new Period(new DateOnly(2025, 2, 28), null)));
        Assert.False(Window.Overlaps(new Period(new DateOnly(2025, 3, 1), null)));
        Assert.True(Window.Overlaps(new Period(null, new DateOnly(2024, 9, 15))));
        Assert.False(Window.Overlaps(new Period(null, new DateOnly(2024, 9, 14))));
        Assert.True(new Period(null, null).Overlaps(Window));
    }

    [Fact]
    public void AYearRunsFromItsFirstDayToItsLast() =>
        Assert.Equal(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), Period.OfYear(2024));
}

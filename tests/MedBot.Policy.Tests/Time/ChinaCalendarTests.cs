using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Time;

public sealed class ChinaCalendarTests
{
    [Fact]
    public void TheDayTurnsAtFourInTheAfternoonOfUniversalTime()
    {
        Assert.Equal(new DateOnly(2026, 11, 21), ChinaCalendar.DayOf(new DateTimeOffset(2026, 11, 21, 15, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 11, 22), ChinaCalendar.DayOf(new DateTimeOffset(2026, 11, 21, 16, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void ItIsTheSameDayWhereverTheClockHangs() =>
        Assert.Equal(new DateOnly(2026, 11, 22), ChinaCalendar.DayOf(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(-8))));
}

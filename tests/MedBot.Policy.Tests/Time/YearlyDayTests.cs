using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Time;

public sealed class YearlyDayTests
{
    [Fact]
    public void ItComesInEveryYear() => Assert.Equal(new DateOnly(2027, 9, 15), new YearlyDay(9, 15).In(2027));

    [Fact]
    public void TheLeapDayIsTheTwentyEighthInOtherYears()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), new YearlyDay(2, 29).In(2028));
        Assert.Equal(new DateOnly(2027, 2, 28), new YearlyDay(2, 29).In(2027));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(4, 31)]
    [InlineData(2, 30)]
    [InlineData(9, 0)]
    public void ADayThatNoYearHasIsNone(int month, int day) => Assert.Throws<ArgumentOutOfRangeException>(() => new YearlyDay(month, day));
}

using MedBot.Policy.Figures;
using MedBot.Policy.Tests.Settlement;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Time;

/// <summary>国办发〔2024〕38号: three months fixed, one more a further lapsed year, one less a year repaid.</summary>
public sealed class WaitingPeriodRules
{
    private static readonly Figure Three = Months(3);
    private static readonly Figure One = Months(1);

    [Theory]
    [InlineData(0, 0, 3)] // only the window was missed
    [InlineData(1, 0, 3)] // one lapsed year adds nothing
    [InlineData(2, 0, 4)]
    [InlineData(4, 0, 6)]
    [InlineData(4, 1, 5)]
    [InlineData(4, 3, 3)]
    [InlineData(4, 9, 3)] // repaying never shortens the fixed months
    public void EachFurtherLapsedYearAddsAMonthAndEachRepaidTakesOneOff(int years, int repaid, int months) =>
        Assert.Equal(months, WaitingPeriod.Of(Three, One, One, null, new Lapse(2026, years, repaid))!.Months);

    [Theory]
    [InlineData(2026, 2, 1, 3)] // 2024 and 2025: only 2025 counts, so no month is added (厦门's own example)
    [InlineData(2027, 2, 2, 4)] // 2025 and 2026
    [InlineData(2027, 5, 2, 4)]
    [InlineData(2025, 3, 0, 3)]
    public void YearsBeforeTheFirstCountedDoNotCount(int cover, int years, int counted, int months)
    {
        var wait = WaitingPeriod.Of(Three, One, One, new Figure("起算", new FigureValue.Number(Quantity.Exactly(2025)), "年", SampleTerms.Record()), new Lapse(cover, years))!;

        Assert.Equal((counted, months), (wait.CountedYears, wait.Months));
    }

    [Fact]
    public void ARuleThatLeavesTheExtraMonthsOpenGivesNoSum()
    {
        Assert.Null(WaitingPeriod.Of(Three, null, null, null, new Lapse(2026, 2)));
        Assert.Null(WaitingPeriod.Of(Months(Quantity.AtLeast(3)), One, One, null, new Lapse(2026, 1)));
        Assert.Equal(3, WaitingPeriod.Of(Three, null, null, null, new Lapse(2026, 1))!.Months);
    }

    [Theory]
    [InlineData("2026-01-31", 3, "2026-04-30")]
    [InlineData("2025-11-30", 3, "2026-02-28")]
    public void TheGraceAfterEmployeeInsuranceEndsOnTheSameDayOfTheMonthOrItsLast(string ended, int months, string last) =>
        Assert.Equal(DateOnly.Parse(last), WaitingPeriod.LastDayOfGrace(DateOnly.Parse(ended), months));

    private static Figure Months(decimal months) => Months(Quantity.Exactly(months));

    private static Figure Months(Quantity months) => new("月", new FigureValue.Number(months), "个月", SampleTerms.Record());
}

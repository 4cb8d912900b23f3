using MedBot.Policy.Figures;
using MedBot.Policy.Tests.Records;

namespace MedBot.Policy.Tests.Figures;

public sealed class FigureTests
{
    [Fact]
    public void ADayReadsAsAChineseDate() =>
        Assert.Equal("2025年2月8日", new Figure("缴费截止日", new FigureValue.Day(new DateOnly(2025, 2, 8)), "", Sample.Record("window")).Text);

    [Fact]
    public void ATelephoneNumberKeepsItsLeadingZero() =>
        Assert.Equal("0316-2227130", new Figure("电话", new FigureValue.Characters("0316-2227130"), "", Sample.Record("contact")).Text);

    [Fact]
    public void ANumberIsNoDayAndADayNoNumber()
    {
        var number = Sample.Yuan(400);

        Assert.Equal(Quantity.Exactly(400), number.Number);
        Assert.Null(number.Day);
    }
}

using MedBot.Policy.Figures;
using MedBot.Policy.Tests.Records;

namespace MedBot.Policy.Tests.Figures;

public sealed class NumbersInTextTests
{
    public static TheoryData<string, decimal[]> Texts() => new()
    {
        { "没有数字", [] },
        { "个人缴400元", [400] },
        { "12,000.50元是一个数", [12000.50m] },
        { "1,234,567元", [1234567] },
        { "先12,00再说", [12, 0] },
        { "７０％左右", [70] },
        { "１２，０００元", [12000] },
        { "50%至70%", [50, 70] },
        { "71.29%", [71.29m] },
        { "国办发〔2024〕38号", [2024, 38] },
        { "三个月、九成", [] },
        { "2025年2月28日", [2025, 2, 28] },
    };

    [Theory, MemberData(nameof(Texts))]
    public void EveryNumberInDigitsIsFoundInOrder(string text, decimal[] numbers) =>
        Assert.Equal(numbers, NumbersInText.Of(text));

    [Fact]
    public void AFigureBacksItsValueAndTheNumbersOfItsLabel()
    {
        var figure = Sample.Number(Quantity.Between(50, 70), "%", label: "连续参保满4年的比例");

        Assert.Empty(NumbersInText.Unbacked("满4年的报50%至70%", NumbersInText.BackedBy(figure)));
        Assert.Equal([60], NumbersInText.Unbacked("满4年的报60%", NumbersInText.BackedBy(figure)));
    }

    [Fact]
    public void ADayBacksItsYearMonthAndDay()
    {
        var figure = new Figure("缴费截止日", new FigureValue.Day(new DateOnly(2025, 2, 28)), "", Sample.Record("window"));

        Assert.Empty(NumbersInText.Unbacked("2025年2月28日", NumbersInText.BackedBy(figure)));
    }

    [Fact]
    public void ARecordBacksItsDatesItsYearAndItsDocument()
    {
        var record = Sample.Record("one", first: new DateOnly(2024, 9, 15), last: new DateOnly(2025, 2, 28), benefitYear: 2025);

        Assert.Empty(NumbersInText.Unbacked("2024年9月15日到2025年2月28日，试发〔2020〕9号，2020年5月6日发布", NumbersInText.BackedBy(record)));
        Assert.Equal([400], NumbersInText.Unbacked("400元", NumbersInText.BackedBy(record)));
    }

    [Fact]
    public void AnUnbackedNumberIsNamedOnce() =>
        Assert.Equal([7, 8], NumbersInText.Unbacked("7、8、7", []));
}

using MedBot.Knowledge.Yaml;
using MedBot.Policy.Figures;

namespace MedBot.Knowledge.Tests.Yaml;

public sealed class QuantityNotationTests
{
    public static TheoryData<string, Quantity> Written() => new()
    {
        { "85", Quantity.Exactly(85) },
        { "71.29", Quantity.Exactly(71.29m) },
        { "0", Quantity.Exactly(0) },
        { "至少 85", Quantity.AtLeast(85) },
        { "至少85", Quantity.AtLeast(85) },
        { "最高 90", Quantity.AtMost(90) },
        { "约 17000", Quantity.About(17000) },
        { "50 至 70", Quantity.Between(50, 70) },
        { "约 50 至 90", Quantity.About(50, 90) },
    };

    [Theory, MemberData(nameof(Written))]
    public void ANumberIsReadWithItsBoundWord(string text, Quantity quantity) =>
        Assert.Equal(quantity, QuantityNotation.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("八十五")]
    [InlineData("85%")]
    [InlineData("８５")]
    [InlineData("-85")]
    [InlineData("+85")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("85 左右")]
    [InlineData("不低于 85")]
    [InlineData("至少  85")]
    [InlineData("70 至 50")]
    [InlineData("约 90 至 50")]
    [InlineData("50-70")]
    [InlineData("至少 50 至 70")]
    [InlineData("1234567890")]
    [InlineData("0.12345")]
    [InlineData("85\n")]
    public void NothingElseIsANumber(string text) => Assert.Null(QuantityNotation.Parse(text));
}

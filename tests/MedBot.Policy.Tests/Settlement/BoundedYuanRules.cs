using MedBot.Policy.Figures;
using MedBot.Policy.Settlement;

namespace MedBot.Policy.Tests.Settlement;

public sealed class BoundedYuanRules
{
    public static TheoryData<string, Quantity, Quantity> Sums => new()
    {
        { "at least taken away leaves at most", Quantity.Exactly(100).Minus(Quantity.AtLeast(30)), Quantity.AtMost(70) },
        { "at most taken away leaves at least", Quantity.Exactly(100).Minus(Quantity.AtMost(30)), Quantity.AtLeast(70) },
        { "about stays about", Quantity.Exactly(100).Minus(Quantity.About(30)), Quantity.About(70) },
        { "a range taken away is a range", Quantity.Exactly(100).Minus(Quantity.Between(30, 40)), Quantity.Between(60, 70) },
        { "nothing falls below zero", Quantity.Exactly(20).Minus(Quantity.Exactly(30)), Quantity.Exactly(0) },
        { "at most zero is zero", Quantity.Exactly(20).Minus(Quantity.AtLeast(30)), Quantity.Exactly(0) },
        { "at least and at most together are about", Quantity.AtLeast(10).Plus(Quantity.AtMost(5)), Quantity.About(15) },
        { "a range of percents gives a range", Quantity.Exactly(1000).Percent(Quantity.Between(35, 65)), Quantity.Between(350, 650) },
        { "a limit that is not reached changes nothing", Quantity.Between(350, 650).NoMoreThan(Quantity.Exactly(650)), Quantity.Between(350, 650) },
        { "a limit inside a range cuts it", Quantity.Between(350, 650).NoMoreThan(Quantity.Exactly(400)), Quantity.Between(350, 400) },
        { "a limit below a range is the sum", Quantity.Between(350, 650).NoMoreThan(Quantity.Exactly(300)), Quantity.Exactly(300) },
        { "at least the limit is the limit", Quantity.AtLeast(500).NoMoreThan(Quantity.Exactly(400)), Quantity.Exactly(400) },
        { "at least below the limit stays open", Quantity.AtLeast(300).NoMoreThan(Quantity.Exactly(400)), Quantity.AtLeast(300) },
        { "at most above the limit is at most the limit", Quantity.AtMost(500).NoMoreThan(Quantity.Exactly(400)), Quantity.AtMost(400) },
        { "a limit of at least leaves room up to the sum", Quantity.Exactly(500).NoMoreThan(Quantity.AtLeast(400)), Quantity.Between(400, 500) },
        { "an approximate sum above the limit stays approximate", Quantity.About(500).NoMoreThan(Quantity.Exactly(400)), Quantity.About(400) },
        { "a limit between two numbers gives both", Quantity.Exactly(600).NoMoreThan(Quantity.Between(400, 500)), Quantity.Between(400, 500) },
    };

    [Theory]
    [MemberData(nameof(Sums))]
    public void ABoundIsKept(string rule, Quantity sum, Quantity expected)
    {
        Assert.True(sum == expected, $"{rule}: {sum} instead of {expected}");
    }

    [Theory]
    [InlineData(0.004, 0.00)]
    [InlineData(0.005, 0.01)]
    [InlineData(0.015, 0.02)]
    [InlineData(0.025, 0.03)]
    public void HalfAFenGoesUp(decimal yuan, decimal rounded) => Assert.Equal(rounded, Fen.Round(yuan));
}

using MedBot.Policy.Figures;

namespace MedBot.Policy.Tests.Figures;

public sealed class QuantityTests
{
    [Fact]
    public void TheBoundWordStandsBeforeTheNumberAndTheUnitBehindIt()
    {
        Assert.Equal("400元", Quantity.Exactly(400).ToText("元"));
        Assert.Equal("至少85%", Quantity.AtLeast(85).ToText("%"));
        Assert.Equal("最高90%", Quantity.AtMost(90).ToText("%"));
        Assert.Equal("约70%", Quantity.About(70).ToText("%"));
        Assert.Equal("50%–70%", Quantity.Between(50, 70).ToText("%"));
    }

    [Fact]
    public void TrailingZeroesAreNotShownAndFenAre()
    {
        Assert.Equal("12000.5元", Quantity.Exactly(12000.50m).ToText("元"));
        Assert.Equal("0.01元", Quantity.Exactly(0.01m).ToText("元"));
        Assert.Equal("0元", Quantity.Exactly(0.00m).ToText("元"));
    }

    [Fact]
    public void TheBoundIsPartOfTheValue()
    {
        Assert.NotEqual(Quantity.Exactly(85), Quantity.AtLeast(85));
        Assert.Equal(Quantity.Exactly(85), Quantity.Exactly(85.0m));
    }

    [Fact]
    public void ARangeMayBeOnePointButNotTurnedRound()
    {
        Assert.Equal(Quantity.Between(5, 5).Low, Quantity.Between(5, 5).High);
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.Between(70, 50));
    }

    [Fact]
    public void AnotherBoundWordKeepsTheNumber() =>
        Assert.Equal(Quantity.About(85), Quantity.Exactly(85).WithBound(Bound.About));

    [Fact]
    public void AnApproximateRangeKeepsItsWord()
    {
        var about = Quantity.About(50, 90);

        Assert.Equal("约50%–90%", about.ToText("%"));
        Assert.Equal((Bound.About, true), (about.Bound, about.IsRange));
        Assert.NotEqual(Quantity.Between(50, 90), about);
        Assert.Equal(about, Quantity.Between(50, 90).WithBound(Bound.About));
    }

    [Fact]
    public void ARangeIsNoPointAndNoBoundOnOneSide()
    {
        Assert.Throws<ArgumentException>(() => Quantity.Between(50, 90).WithBound(Bound.Exact));
        Assert.Throws<ArgumentException>(() => Quantity.Between(50, 90).WithBound(Bound.AtLeast));
    }
}

using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tests.Records;

namespace MedBot.Policy.Tests.Settlement;

public sealed class BasicBenefitTests
{
    [Fact]
    public void EveryLineIsAsWorkedByHand()
    {
        var estimate = BasicBenefit.Calculate(Terms(Quantity.Exactly(60), deductible: 900, ceiling: 200000), new Bill(12900, SelfPaid: 2000, PaidThisYear: 0));

        Assert.Equal(
            [
                ("医疗总费用", Quantity.Exactly(12900)),
                ("政策范围内费用", Quantity.Exactly(10900)),   // 12900 − 2000
                ("减起付线后", Quantity.Exactly(10000)),       // − 900
                ("按比例报销", Quantity.Exactly(6000)),        // × 60%
                ("个人负担", Quantity.Exactly(6900)),          // 12900 − 6000
            ],
            estimate.Steps.Select(step => (step.Name, step.Yuan)));
        Assert.Equal(Quantity.Exactly(6000), estimate.Paid);
        Assert.Empty(estimate.Assumptions);
    }

    [Theory]
    [InlineData(899.99, 0)]
    [InlineData(900, 0)]
    [InlineData(900.01, 0.01)]
    [InlineData(901, 0.60)]
    public void NothingIsPaidUpToTheDeductible(double total, double paid) =>
        Assert.Equal(Quantity.Exactly((decimal)paid), Paid(Terms(Quantity.Exactly(60), deductible: 900), (decimal)total));

    [Theory]
    [InlineData(250800, 150000)]
    [InlineData(250801, 150000)]
    [InlineData(250799, 149999.40)]
    public void NoMoreIsPaidThanTheCeiling(double total, double paid) =>
        Assert.Equal(Quantity.Exactly((decimal)paid), Paid(Terms(Quantity.Exactly(60), deductible: 800, ceiling: 150000), (decimal)total));

    [Fact]
    public void WhatWasPaidThisYearIsTakenOffTheCeiling()
    {
        var terms = Terms(Quantity.Exactly(60), deductible: 0, ceiling: 1000);

        Assert.Equal(Quantity.Exactly(400), BasicBenefit.Calculate(terms, new Bill(10000, PaidThisYear: 600)).Paid);
        Assert.Equal(Quantity.Exactly(0), BasicBenefit.Calculate(terms, new Bill(10000, PaidThisYear: 1200)).Paid);
    }

    [Fact]
    public void HalfAFenGoesUp()
    {
        Assert.Equal(Quantity.Exactly(0.01m), Paid(Terms(Quantity.Exactly(50), deductible: 0), 0.01m));
        Assert.Equal(33.33m, Fen.Round(33.325m));
        Assert.Equal(33.32m, Fen.Round(33.3249m));
    }

    [Fact]
    public void ABoundOfTheRatioIsKept()
    {
        Assert.Equal(Quantity.AtLeast(650), Paid(Terms(Quantity.AtLeast(65), deductible: 0), 1000));
        Assert.Equal(Quantity.AtMost(900), Paid(Terms(Quantity.AtMost(90), deductible: 0), 1000));
        Assert.Equal(Quantity.About(700), Paid(Terms(Quantity.About(70), deductible: 0), 1000));
        Assert.Equal(Quantity.Between(350, 650), Paid(Terms(Quantity.Between(35, 65), deductible: 0), 1000));
    }

    [Fact]
    public void AtLeastPaidLeavesAtMost()
    {
        Assert.Equal(Quantity.AtMost(350), Rest(Quantity.AtLeast(65)));
        Assert.Equal(Quantity.AtLeast(100), Rest(Quantity.AtMost(90)));
        Assert.Equal(Quantity.About(300), Rest(Quantity.About(70)));
        Assert.Equal(Quantity.Between(350, 650), Rest(Quantity.Between(35, 65)));

        static Quantity Rest(Quantity ratio) => BasicBenefit.Calculate(Terms(ratio, deductible: 0), new Bill(1000)).Steps[^1].Yuan;
    }

    [Fact]
    public void TheCeilingBoundsABoundedSum()
    {
        Assert.Equal(Quantity.Exactly(500), Paid(Terms(Quantity.AtLeast(65), deductible: 0, ceiling: 500), 1000));
        Assert.Equal(Quantity.AtLeast(650), Paid(Terms(Quantity.AtLeast(65), deductible: 0, ceiling: 700), 1000));
        Assert.Equal(Quantity.AtMost(500), Paid(Terms(Quantity.AtMost(90), deductible: 0, ceiling: 500), 1000));
        Assert.Equal(Quantity.About(500), Paid(Terms(Quantity.About(70), deductible: 0, ceiling: 500), 1000));
        Assert.Equal(Quantity.Between(350, 500), Paid(Terms(Quantity.Between(35, 65), deductible: 0, ceiling: 500), 1000));
        Assert.Equal(Quantity.Exactly(300), Paid(Terms(Quantity.Between(35, 65), deductible: 0, ceiling: 300), 1000));
    }

    [Fact]
    public void ACeilingThatIsARangeBoundsToARange()
    {
        var ceiling = Sample.Number(Quantity.Between(400, 500), "元");

        Assert.Equal(Quantity.Exactly(300), Paid(new BillTerms(Sample.Percent(Quantity.Exactly(60)), Sample.Yuan(0), ceiling), 500));
        Assert.Equal(Quantity.Between(400, 480), Paid(new BillTerms(Sample.Percent(Quantity.Exactly(60)), Sample.Yuan(0), ceiling), 800));
        Assert.Equal(Quantity.Between(400, 500), Paid(new BillTerms(Sample.Percent(Quantity.Exactly(60)), Sample.Yuan(0), ceiling), 8000));
        Assert.Equal(Quantity.AtMost(500), Paid(new BillTerms(Sample.Percent(Quantity.AtMost(60)), Sample.Yuan(0), ceiling), 8000));
        Assert.Equal(Quantity.Between(400, 450), Paid(new BillTerms(Sample.Percent(Quantity.AtLeast(95)), Sample.Yuan(0), ceiling), 450));
    }

    [Fact]
    public void WithoutADeductibleTheSumIsNoPointAndTheAssumptionIsTold()
    {
        var estimate = BasicBenefit.Calculate(Terms(Quantity.Exactly(90), deductible: null), new Bill(1000));

        Assert.Equal(Quantity.About(900), estimate.Paid);
        Assert.Contains(estimate.Assumptions, assumption => assumption.StartsWith("起付线没有查到", StringComparison.Ordinal));
        Assert.DoesNotContain(estimate.Steps, step => step.Name == "减起付线后");
    }

    [Fact]
    public void WithoutADeductibleABoundOfTheRatioIsStillKept() =>
        Assert.Equal(Quantity.AtLeast(19500), Paid(Terms(Quantity.AtLeast(65), deductible: null), 30000));

    [Fact]
    public void AnUnverifiedRatioGivesNoPoint()
    {
        var terms = new BillTerms(Sample.Percent(Quantity.Exactly(60), Confidence.Unverified), Sample.Yuan(0), null);

        Assert.Equal(Quantity.About(600), Paid(terms, 1000));
    }

    [Fact]
    public void ADeductibleThatIsNotExactGivesNoPoint()
    {
        var terms = new BillTerms(Sample.Percent(Quantity.Exactly(60)), Sample.Number(Quantity.About(500), "元"), null);

        Assert.Equal(Quantity.About(300), Paid(terms, 1000));
    }

    [Fact]
    public void MoreSelfPaidThanTheBillLeavesNothingEligible() =>
        Assert.Equal(Quantity.Exactly(0), BasicBenefit.Calculate(Terms(Quantity.Exactly(60), deductible: 0), new Bill(100, SelfPaid: 200)).Paid);

    [Fact]
    public void EachLineNamesTheFigureThatDecidedIt()
    {
        var terms = Terms(Quantity.Exactly(60), deductible: 900, ceiling: 500);

        var steps = BasicBenefit.Calculate(terms, new Bill(12900)).Steps;

        Assert.Equal([null, terms.Deductible, terms.Ratio, terms.AnnualCeiling, null], steps.Select(step => step.Basis));
    }

    [Theory]
    [InlineData(-0.01, null, null)]
    [InlineData(100, -0.01, null)]
    [InlineData(100, null, -0.01)]
    public void AmountsAreNotNegative(double total, double? selfPaid, double? paidThisYear) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            BasicBenefit.Calculate(Terms(Quantity.Exactly(60), deductible: 0), new Bill((decimal)total, (decimal?)selfPaid, (decimal?)paidThisYear)));

    private static Quantity Paid(BillTerms terms, decimal total) => BasicBenefit.Calculate(terms, new Bill(total)).Paid;

    private static BillTerms Terms(Quantity ratio, decimal? deductible, decimal? ceiling = null) =>
        new(Sample.Percent(ratio), deductible is { } yuan ? Sample.Yuan(yuan) : null, ceiling is { } most ? Sample.Yuan(most) : null);
}

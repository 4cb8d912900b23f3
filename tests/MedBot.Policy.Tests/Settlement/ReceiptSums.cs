using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;
using static MedBot.Policy.Tests.Settlement.SampleTerms;

namespace MedBot.Policy.Tests.Settlement;

/// <summary>Sums worked by hand from the tables, both sides of every edge.</summary>
public sealed class ReceiptSums
{
    [Fact]
    public void SelfPaidOverLimitAndTheClassBShareComeOffBeforeTheDeductible()
    {
        var bill = new Bill(23000m, 2000m) { OverLimit = 500m, ClassB = 5000m };

        var receipt = Receipt.Settle(WuhanTertiary, bill);

        Assert.Equal(20000m, receipt.StepOf("政策范围内费用")); // 23000 − 2000 − 500 − 5000 × 10%
        Assert.Equal(19200m, receipt.StepOf("减起付线后")); // − 800
        Assert.Equal(11520m, receipt.StepOf("按比例报销")); // × 60%
        Assert.Equal(11480m, receipt.StepOf("个人负担")); // 23000 − 11520
        Assert.Equal(Quantity.Exactly(11520m), receipt.Paid);
    }

    [Theory]
    [InlineData(799.99, 0)]
    [InlineData(800, 0)]
    [InlineData(800.01, 0.01)] // 0.01 × 60% is 0.006, half a fen and more goes up
    [InlineData(801, 0.60)]
    public void NothingIsPaidUpToTheDeductible(decimal total, decimal paid) =>
        Assert.Equal(Quantity.Exactly(paid), Receipt.Settle(WuhanTertiary, new Bill(total)).Paid);

    [Theory]
    [InlineData(1, 600)] // (1800 − 800) × 60%
    [InlineData(2, 840)] // (1800 − 400) × 60%
    [InlineData(5, 840)]
    public void TheSecondStayOfTheYearHasTheLaterDeductible(int stay, decimal paid) =>
        Assert.Equal(Quantity.Exactly(paid), Receipt.Settle(WuhanTertiary, new Bill(1800m) { StayOfYear = stay }).Paid);

    [Fact]
    public void AStayThatIsNotToldIsTakenForTheFirstAndSaysSo()
    {
        var receipt = Receipt.Settle(WuhanTertiary, new Bill(1800m));

        Assert.Equal(Quantity.Exactly(600m), receipt.Paid);
        Assert.Contains("按今年第一次住院算；第二次起的起付线是400元", receipt.Assumptions);
    }

    [Theory]
    [InlineData(0, 250800, 150000)] // (250800 − 800) × 60% is the ceiling itself
    [InlineData(0, 250801, 150000)]
    [InlineData(149000, 10800, 1000)] // of 6000 only what the year has left
    [InlineData(150000, 10800, 0)]
    [InlineData(160000, 10800, 0)]
    public void TheYearNeverPaysMoreThanItsCeiling(decimal before, decimal total, decimal paid) =>
        Assert.Equal(Quantity.Exactly(paid), Receipt.Settle(WuhanTertiary, new Bill(total, null, before)).Paid);

    [Fact]
    public void TheLineOfTheCeilingStandsOnlyWhereItBites()
    {
        Assert.DoesNotContain(Receipt.Settle(WuhanTertiary, new Bill(250800m, 0m, 0m)).Steps, step => step.Name == "不超过年度限额");
        Assert.Contains(Receipt.Settle(WuhanTertiary, new Bill(250803m, 0m, 0m)).Steps, step => step.Name == "不超过年度限额");
    }

    [Theory]
    [InlineData(15000, 0)]
    [InlineData(15000.05, 0.03)] // 0.05 × 60%
    [InlineData(80000, 39000)] // 65000 × 60%
    [InlineData(80001, 39000.65)]
    [InlineData(100000, 52000)] // 39000 + 20000 × 65%
    [InlineData(100001, 52000.70)]
    [InlineData(150000, 87000)] // 52000 + 50000 × 70%
    public void SeriousIllnessInsurancePaysByBands(decimal burden, decimal paid)
    {
        var nothingBasic = new BillTerms(Percent(0), Yuan(0), null) { SeriousIllness = NanjingSerious };

        Assert.Equal(Quantity.Exactly(paid), Receipt.Settle(nothingBasic, new Bill(burden, 0m)).SeriousIllness);
    }

    [Theory]
    [InlineData(7500, 0)]
    [InlineData(80000, 47125)] // 72500 × 65%
    [InlineData(150000, 98625)] // 47125 + 20000 × 70% + 50000 × 75%
    public void PeopleInHardshipHaveALowerDeductibleAndHigherBands(decimal burden, decimal paid)
    {
        var nothingBasic = new BillTerms(Percent(0), Yuan(0), null) { SeriousIllness = NanjingHardship };

        Assert.Equal(Quantity.Exactly(paid), Receipt.Settle(nothingBasic, new Bill(burden, 0m)).SeriousIllness);
    }

    [Fact]
    public void EarlierBillsOfTheYearUseUpTheOneDeductible()
    {
        var terms = new BillTerms(Percent(50), Yuan(0), null) { SeriousIllness = NanjingSerious };

        var receipt = Receipt.Settle(terms, new Bill(20000m, 0m) { BurdenThisYear = 12000m });

        Assert.Equal(Quantity.Exactly(4200m), receipt.SeriousIllness); // (12000 + 10000 − 15000) × 60%
        Assert.Equal(Quantity.Exactly(5800m), receipt.Own);
    }

    [Fact]
    public void WhatInsuranceDoesNotCountIsNoBurdenOfSeriousIllness()
    {
        var terms = new BillTerms(Percent(80), Yuan(1000), null) { SeriousIllness = NanjingSerious };

        var receipt = Receipt.Settle(terms, new Bill(131000m, 30000m));

        Assert.Equal(Quantity.Exactly(80000m), receipt.Basic); // (101000 − 1000) × 80%
        Assert.Equal(Quantity.Exactly(3600m), receipt.SeriousIllness); // (21000 − 15000) × 60%, the 30000 left out
        Assert.Equal(47400m, receipt.StepOf("大病保险后个人负担")); // 30000 + 21000 − 3600
    }

    [Fact]
    public void AnApproximateDeductibleGivesAnApproximateSum()
    {
        var serious = new SeriousIllnessTerms(Care.Person.LowIncome, Yuan(Quantity.About(17000m)), Percent(50), [Band(null, null, 65)], null);

        var receipt = Receipt.Settle(new BillTerms(Percent(60), Yuan(600), Yuan(100000)) { SeriousIllness = serious }, new Bill(50600m, 0m));

        Assert.Equal(Quantity.Exactly(30000m), receipt.Basic); // 50000 × 60%
        Assert.Equal(Quantity.About(7865m), receipt.SeriousIllness); // (20600 − 17000 × 50%) × 65%
        Assert.Equal(Quantity.About(12735m), receipt.Own);
    }

    [Theory]
    [InlineData(null, null, 3200)] // 4000 × 80%
    [InlineData(3000, null, 800)] // (4000 − 3000) × 80%
    [InlineData(4000, null, 0)]
    [InlineData(null, 2600, 2600)]
    public void MedicalAssistancePaysOfWhatInsuranceLeft(int? deductible, int? ceiling, decimal paid)
    {
        var terms = new BillTerms(Percent(60), Yuan(0), null) { Aid = [Aid(80, deductible, ceiling)] };

        var receipt = Receipt.Settle(terms, new Bill(11000m, 1000m));

        Assert.Equal(Quantity.Exactly(paid), receipt.Aid);
        Assert.Equal(Quantity.Exactly(5000m - paid), receipt.Own); // the 1000 outside is never assisted
    }

    [Fact]
    public void AssistanceThatDependsOnTheDiseaseGivesBothEnds()
    {
        var terms = new BillTerms(Percent(60), Yuan(0), null) { Aid = [Aid(80, 0, 26000), Aid(80, 0, 70000)] };

        Assert.Equal(Quantity.Exactly(25600m), Receipt.Settle(terms, new Bill(80000m, 0m)).Aid); // 32000 × 80% is below both
        Assert.Equal(Quantity.Between(26000m, 48000m), Receipt.Settle(terms, new Bill(150000m, 0m)).Aid); // 60000 × 80%
    }

    [Fact]
    public void ABoundedRatioLeavesTheOppositeBound()
    {
        var atLeast = Receipt.Settle(new BillTerms(Percent(Quantity.AtLeast(65)), Yuan(0), null), new Bill(20000m));
        Assert.Equal(Quantity.AtLeast(13000m), atLeast.Paid);
        Assert.Equal(Quantity.AtMost(7000m), atLeast.Own);

        var atMost = Receipt.Settle(new BillTerms(Percent(Quantity.AtMost(90)), Yuan(0), null), new Bill(10000m));
        Assert.Equal(Quantity.AtMost(9000m), atMost.Paid);
        Assert.Equal(Quantity.AtLeast(1000m), atMost.Own);
    }

    [Fact]
    public void AnUnverifiedFigureNeverGivesAPoint()
    {
        var terms = new BillTerms(Percent(Quantity.Exactly(55), Confidence.Unverified), Yuan(Quantity.Exactly(300), Confidence.Unverified), null);

        var receipt = Receipt.Settle(terms, new Bill(10300m));

        Assert.Equal(Quantity.About(5500m), receipt.Paid);
        Assert.Equal(Quantity.About(4800m), receipt.Own);
    }

    [Fact]
    public void WithoutADeductibleTheSumIsApproximateAndSaysWhy()
    {
        var receipt = Receipt.Settle(new BillTerms(Percent(90), null, null), new Bill(10000m));

        Assert.Equal(Quantity.About(9000m), receipt.Paid);
        Assert.Contains("起付线没有查到，这里没有扣；扣掉起付线后会少一些", receipt.Assumptions);
    }

    [Fact]
    public void TheThreeWaysOfPayingForCareElsewhereAreDifferentSums()
    {
        var home = new BillTerms(Percent(80), Yuan(1000), null);
        var bill = new Bill(11000m, 0m);

        Assert.Equal(8000m, PaidUnder(null));
        Assert.Equal(8000m, PaidUnder(new ElsewhereRule.AsAtHome("长期居住")));
        Assert.Equal(7000m, PaidUnder(new ElsewhereRule.MinusPoints("转外就医", Points(10)))); // 10000 × 70%
        Assert.Equal(7120m, PaidUnder(new ElsewhereRule.PayFirst("转诊", Percent(10)))); // (11000 − 1100 − 1000) × 80%
        Assert.Equal(4750m, PaidUnder(new ElsewhereRule.OwnTerms("跨省", Yuan(1500), Percent(50)))); // (11000 − 1500) × 50%

        decimal PaidUnder(ElsewhereRule? rule)
        {
            var paid = Receipt.Settle(home with { Elsewhere = rule }, bill).Paid;
            Assert.Equal(Bound.Exact, paid.Bound);
            return paid.Low;
        }
    }

    [Fact]
    public void MorePointsThanTheRatioHasLeaveNothing() =>
        Assert.Equal(Quantity.Exactly(0m), Receipt.Settle(new BillTerms(Percent(15), Yuan(0), null) { Elsewhere = new ElsewhereRule.MinusPoints("未备案", Points(20)) }, new Bill(5000m)).Paid);

    [Theory]
    [InlineData(-0.01, 0)]
    [InlineData(100, -1)]
    public void NegativeAmountsAreRefused(decimal total, decimal selfPaid) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Receipt.Settle(WuhanTertiary, new Bill(total, selfPaid)));
}

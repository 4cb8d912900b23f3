using FsCheck;
using FsCheck.Fluent;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;
using static MedBot.Policy.Tests.Settlement.SampleTerms;

namespace MedBot.Policy.Tests.Settlement;

/// <summary>What holds for every bill and all terms, through all three layers; tried as <see cref="Trials"/> says.</summary>
public sealed class ReceiptProperties
{
    private static readonly Gen<decimal> Amounts = Gen.Frequency(
        (3, Gen.Choose(0, 3_000_000).Select(fen => fen / 100m)),
        (1, Gen.Choose(0, 100_000_000).Select(fen => fen / 100m)),
        (1, Gen.Elements(0m, 0.01m, 799.99m, 800m, 800.01m, 15000m, 80000m, 250800m)));

    private static readonly Gen<decimal?> MaybeAmounts = Gen.Frequency((1, Gen.Constant((decimal?)null)), (2, Amounts.Select(yuan => (decimal?)yuan)));

    private static readonly Gen<Quantity> Percents =
        from low in Gen.Choose(0, 1000)
        from more in Gen.Choose(0, 1000)
        from bound in Gen.Elements(Enum.GetValues<Bound>())
        let first = low / 10m
        let second = Math.Min(100m, first + (more / 10m))
        select bound switch
        {
            Bound.AtLeast => Quantity.AtLeast(first),
            Bound.AtMost => Quantity.AtMost(first),
            Bound.About => Quantity.About(first),
            Bound.Range => Quantity.Between(first, second),
            _ => Quantity.Exactly(first),
        };

    private static readonly Gen<ElsewhereRule?> Rules = Gen.OneOf(
        Gen.Constant((ElsewhereRule?)null),
        Gen.Constant((ElsewhereRule?)new ElsewhereRule.AsAtHome("长期居住")),
        Gen.Choose(0, 40).Select(points => (ElsewhereRule?)new ElsewhereRule.MinusPoints("转外", Points(points))),
        Gen.Choose(0, 40).Select(share => (ElsewhereRule?)new ElsewhereRule.PayFirst("转诊", Percent(share))),
        Gen.Choose(0, 100).Select(percent => (ElsewhereRule?)new ElsewhereRule.OwnTerms("跨省", Yuan(1500), Percent(percent))));

    private static readonly Gen<SeriousIllnessTerms?> Serious = Gen.Elements(
        null,
        NanjingSerious,
        NanjingHardship,
        NanjingSerious with { Ceiling = Yuan(30000) },
        new SeriousIllnessTerms(Person.LowIncome, Yuan(Quantity.About(17000)), Percent(50), [Band(null, null, 65)], Yuan(Quantity.AtLeast(250000))));

    private static readonly Gen<BillTerms> AllTerms =
        from ratio in Percents
        from deductible in Gen.Elements<decimal?>(null, 0m, 200m, 800m, 1300m)
        from ceiling in Gen.Elements<decimal?>(null, 400m, 80000m, 150000m)
        from rule in Rules
        from serious in Serious
        from aid in Gen.Elements<CareAidRow?>(null, Aid(100), Aid(80, 0, 26000), Aid(70, 3000, 10000))
        select new BillTerms(Percent(ratio), deductible is { } bar ? Yuan(bar) : null, ceiling is { } most ? Yuan(most) : null)
        {
            ClassBFirstPay = Percent(10),
            Elsewhere = rule,
            SeriousIllness = serious,
            Aid = aid is null ? [] : [aid],
        };

    private static readonly Gen<Bill> Bills =
        from total in Amounts
        from selfPaid in MaybeAmounts
        from overLimit in MaybeAmounts
        from classB in MaybeAmounts
        from before in MaybeAmounts
        from burden in MaybeAmounts
        select new Bill(total, selfPaid, before) { OverLimit = overLimit, ClassB = classB, BurdenThisYear = burden };

    private static readonly Gen<BillTerms> ExactTerms = AllTerms.Select(terms => terms with
    {
        Ratio = Percent(terms.Ratio.Number!.Value.Low),
        Deductible = terms.Deductible ?? Yuan(0),
        SeriousIllness = terms.SeriousIllness is { DeductibleShare: not null } ? NanjingSerious : terms.SeriousIllness,
    });

    [Fact]
    public void NobodyIsPaidLessThanNothingOrMoreThanTheEligibleCost() => ForAll(AllTerms, Bills, (terms, bill) =>
    {
        var basic = BasicBenefit.Calculate(terms, bill);
        var receipt = Receipt.Settle(terms, bill);
        foreach (var part in (Quantity[])[receipt.Basic, receipt.SeriousIllness, receipt.Aid, receipt.Own])
            Assert.InRange(part.Low, 0m, part.High);
        Assert.InRange(receipt.Basic.High, 0m, basic.Eligible.High);
        Assert.InRange(receipt.Paid.High, 0m, basic.Eligible.High);
        Assert.InRange(receipt.Own.High, 0m, bill.Total);
    });

    [Fact]
    public void TheReceiptAddsUpToTheTotalToTheFen() => ForAll(ExactTerms, Bills, (terms, bill) =>
    {
        var receipt = Receipt.Settle(terms, bill);
        Assert.Equal(bill.Total, receipt.Basic.Low + receipt.SeriousIllness.Low + receipt.Aid.Low + receipt.Own.Low);
        Assert.All((Quantity[])[receipt.Basic, receipt.SeriousIllness, receipt.Aid, receipt.Own], part => Assert.Equal(part.Low, Fen.Round(part.Low)));
        Assert.All(receipt.Steps, step => Assert.Equal(Bound.Exact, step.Yuan.Bound));
    });

    [Fact]
    public void AGreaterBillIsNeverPaidLess() => ForAll(ExactTerms, Bills, (terms, bill) =>
    {
        var greater = bill with { Total = Fen.Round((bill.Total * 8m / 7m) + 0.01m) };
        Assert.True(Receipt.Settle(terms, greater).Paid.Low >= Receipt.Settle(terms, bill).Paid.Low);
    });

    [Fact]
    public void AHigherRatioNeverPaysLessNorLeavesMore() => ForAll(ExactTerms, Bills, (terms, bill) =>
    {
        var ratio = terms.Ratio.Number!.Value.Low;
        var better = terms with { Ratio = Percent(Math.Min(100m, ratio + 5m)) };
        var (less, more) = (Receipt.Settle(terms, bill), Receipt.Settle(better, bill));
        Assert.True(more.Basic.Low >= less.Basic.Low);
        Assert.True(more.Own.Low <= less.Own.Low);
    });

    [Fact]
    public void StaysSplitOverTheYearNeverPayMoreThanTheCeiling() => ForAll(Gen.Choose(1, 1000).Select(tenths => tenths / 10m), Gen.ListOf(Amounts), (ratio, totals) =>
    {
        var terms = new BillTerms(Percent(ratio), Yuan(800), Yuan(150000)) { LaterDeductible = Yuan(400) };
        var paid = 0m;
        foreach (var (total, stay) in totals.Select((total, index) => (total, index + 1)))
            paid += Receipt.Settle(terms, new Bill(total, 0m, paid) { StayOfYear = stay }).Basic.Low;
        Assert.InRange(paid, 0m, 150000m);
    });

    [Fact]
    public void TheOrderOfTheYearsBurdensDoesNotChangeWhatSeriousIllnessInsurancePays() => ForAll(Amounts, Amounts, (first, second) =>
    {
        var terms = new BillTerms(Percent(0), Yuan(0), null) { SeriousIllness = NanjingSerious };
        Assert.Equal(InOrder(first, second), InOrder(second, first));
        Assert.Equal(Paid(first + second, 0m), InOrder(first, second));

        decimal InOrder(decimal one, decimal other) => Paid(one, 0m) + Paid(other, one);
        decimal Paid(decimal burden, decimal before) => Receipt.Settle(terms, new Bill(burden, 0m) { BurdenThisYear = before }).SeriousIllness.Low;
    });

    [Fact]
    public void ABoundedRatioHoldsTheSumOfEveryRatioInsideIt() => ForAll(ExactTerms, Bills, (terms, bill) =>
    {
        var low = terms.Ratio.Number!.Value.Low / 2m;
        var bounded = Receipt.Settle(terms with { Ratio = Percent(Quantity.Between(low, low + 50m)) }, bill);
        var inside = Receipt.Settle(terms with { Ratio = Percent(low + 20m) }, bill);
        Assert.InRange(inside.Paid.Low, bounded.Paid.Low, bounded.Paid.High);
        Assert.InRange(inside.Own.Low, bounded.Own.Low, bounded.Own.High);
    });

    private static void ForAll<TFirst, TSecond>(Gen<TFirst> first, Gen<TSecond> second, Action<TFirst, TSecond> holds) =>
        Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), (one, other) => holds(one, other)).Check(Trials.Config);
}

using FsCheck;
using FsCheck.Fluent;
using MedBot.Policy.Figures;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tests.Records;

namespace MedBot.Policy.Tests.Settlement;

/// <summary>What holds of basic insurance for every bill and every terms, bounded ones too; tried as <see cref="Trials"/> says.</summary>
public sealed class BasicBenefitProperties
{
    private static readonly Gen<decimal> Yuan = Gen.Frequency(
        (3, Gen.Choose(0, 200_000).Select(fen => fen / 100m)),
        (2, Gen.Choose(0, 50_000_000).Select(fen => fen / 100m)));

    private static readonly Gen<decimal> Percents = Gen.Choose(0, 10_000).Select(hundredths => hundredths / 100m);

    private static readonly Gen<Quantity> Ratios =
        from low in Percents
        from high in Percents
        from bound in Gen.Elements(Enum.GetValues<Bound>())
        select bound == Bound.Range ? Quantity.Between(Math.Min(low, high), Math.Max(low, high)) : Quantity.Exactly(low).WithBound(bound);

    private static readonly Gen<Case> Cases =
        from total in Yuan
        from selfPaid in OrNull(Yuan)
        from paidThisYear in OrNull(Yuan)
        from ratio in Ratios
        from deductible in OrNull(Yuan)
        from ceiling in OrNull(Yuan)
        from more in Yuan
        select new Case(new Bill(total, selfPaid, paidThisYear), ratio, deductible, ceiling, more);

    [Fact]
    public void PaymentIsNeverNegative() => Holds(one => one.Paid.Low >= 0);

    [Fact]
    public void PaymentIsNeverAboveTheEligibleCost() =>
        Holds(one => one.Paid.High <= Math.Max(0, one.Bill.Total - (one.Bill.SelfPaid ?? 0)));

    [Fact]
    public void PaymentIsNeverAboveWhatIsLeftOfTheCeiling() =>
        Holds(one => one.Ceiling is not { } ceiling || one.Paid.High <= Math.Max(0, ceiling - (one.Bill.PaidThisYear ?? 0)));

    [Fact]
    public void ALargerBillIsNotPaidLess() =>
        Holds(one => NotLess(one.Paid, (one with { Bill = one.Bill with { Total = one.Bill.Total + one.More } }).Paid));

    [Fact]
    public void AHigherRatioIsNotPaidLess() => Holds(one =>
    {
        var added = Math.Min(one.More / 100m, 100m - one.Ratio.High);
        var higher = one.Ratio.Bound == Bound.Range
            ? Quantity.Between(one.Ratio.Low + added, one.Ratio.High + added)
            : Quantity.Exactly(one.Ratio.Low + added).WithBound(one.Ratio.Bound);
        return NotLess(one.Paid, (one with { Ratio = higher }).Paid);
    });

    [Fact]
    public void AHigherDeductibleIsNotPaidMore() =>
        Holds(one => one.Deductible is not { } deductible || NotLess((one with { Deductible = deductible + one.More }).Paid, one.Paid));

    [Fact]
    public void PaidAndLeftMakeTheBillToTheFen() => Holds(one =>
    {
        var estimate = one.Estimate;
        var left = estimate.Steps[^1].Yuan;
        return estimate.Paid.Low + left.High == one.Bill.Total && estimate.Paid.High + left.Low == one.Bill.Total;
    });

    [Fact]
    public void StaysOfOneYearAreTogetherPaidNoMoreThanTheCeiling() => Holds(one =>
    {
        if (one.Ceiling is not { } ceiling)
            return true;
        var paid = 0m;
        foreach (var total in new[] { one.Bill.Total, one.More, one.Bill.Total + one.More, one.Bill.SelfPaid ?? 0 })
            paid += (one with { Bill = new Bill(total, PaidThisYear: paid) }).Paid.High;
        return paid <= ceiling;
    });

    [Fact]
    public void EveryAmountIsWholeFen() =>
        Holds(one => one.Estimate.Steps.All(step => Fen.Round(step.Yuan.Low) == step.Yuan.Low && Fen.Round(step.Yuan.High) == step.Yuan.High));

    private static void Holds(Func<Case, bool> property) => Prop.ForAll(Cases.ToArbitrary(), property).Check(Trials.Config);

    private static bool NotLess(Quantity one, Quantity other) => one.Low <= other.Low && one.High <= other.High;

    private static Gen<decimal?> OrNull(Gen<decimal> some) =>
        Gen.Frequency((1, Gen.Constant<decimal?>(null)), (3, some.Select(value => (decimal?)value)));

    /// <param name="More">By how much a property raises the bill, the ratio or the deductible.</param>
    private sealed record Case(Bill Bill, Quantity Ratio, decimal? Deductible, decimal? Ceiling, decimal More)
    {
        public Estimate Estimate => BasicBenefit.Calculate(
            new BillTerms(
                Sample.Percent(Ratio),
                Deductible is { } deductible ? Sample.Yuan(deductible) : null,
                Ceiling is { } ceiling ? Sample.Yuan(ceiling) : null),
            Bill);

        public Quantity Paid => Estimate.Paid;
    }
}

using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests;

/// <summary>Sums worked by hand.</summary>
public sealed class SettlementSums
{
    [Fact]
    public void TheRatioAppliesAboveTheDeductible() =>
        Assert.Equal(Quantity.Exactly(6000m), Paid(12900m, Quantity.Exactly(60), 900, 200000, selfPaid: 2000));

    [Fact]
    public void ABillBelowTheDeductiblePaysNothing() =>
        Assert.Equal(Quantity.Exactly(0m), Paid(800m, Quantity.Exactly(60), 900, 200000));

    [Fact]
    public void TheCeilingLimitsWhatIsPaid() =>
        Assert.Equal(Quantity.Exactly(1000m), Paid(50000m, Quantity.Exactly(60), 900, 200000, paidThisYear: 199000));

    [Fact]
    public void ARatioKnownAsALowerBoundGivesALowerBound() =>
        Assert.Equal(Quantity.AtLeast(19500m), Paid(30000m, Quantity.AtLeast(65), deductible: null, ceiling: null));

    [Fact]
    public void WithoutADeductibleAnExactRatioGivesOnlyAnEstimate() =>
        Assert.Equal(Quantity.About(19500m), Paid(30000m, Quantity.Exactly(65), deductible: null, ceiling: null));

    [Fact]
    public void AnUnverifiedRatioNeverGivesAPoint() =>
        Assert.Equal(Quantity.About(12320m), Paid(23000m, Quantity.Exactly(55), 600, null, Confidence.Unverified));

    [Fact]
    public void HalfAFenIsRoundedUp() => Assert.Equal(0.02m, Fen.Round(0.015m));

    private static Quantity Paid(decimal total, Quantity ratio, decimal? deductible, decimal? ceiling, Confidence confidence = Confidence.Official, decimal? selfPaid = null, decimal? paidThisYear = null)
    {
        var source = new SourceDocument("notice", "通知", null, null, null, null, confidence);
        var record = new PolicyRecord("terms", Region.Nation, new Period(null, null), null, source, null, confidence, new DateOnly(2025, 1, 1), Shortcomings.None, [], [], null, "terms.yaml:1");
        var terms = new BillTerms(Percent(ratio), Yuan("起付线", deductible), Yuan("封顶线", ceiling));
        return BasicBenefit.Calculate(terms, new Bill(total, selfPaid, paidThisYear)).Paid;

        Figure Percent(Quantity quantity) => new("比例", new FigureValue.Number(quantity), "%", record);
        Figure? Yuan(string label, decimal? amount) => amount is { } yuan ? new Figure(label, new FigureValue.Number(Quantity.Exactly(yuan)), "元", record) : null;
    }
}

using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Settlement;

/// <summary>Terms with the figures of real tables (武汉 2017, 南京 2024, 江西 2025), built by hand for sums worked by hand.</summary>
internal static class SampleTerms
{
    public static PolicyRecord Record(Confidence confidence = Confidence.Official) => new(
        "sample", Region.Nation, new Period(null, null), null, new SourceDocument("sample", "样例", null, null, null, null, confidence), null,
        confidence, new DateOnly(2026, 11, 21), Shortcomings.None, [], [], null, "sample.yaml:1");

    public static Figure Yuan(Quantity yuan, Confidence confidence = Confidence.Official) => new("元", new FigureValue.Number(yuan), "元", Record(confidence));

    public static Figure Yuan(decimal yuan) => Yuan(Quantity.Exactly(yuan));

    public static Figure Percent(Quantity percent, Confidence confidence = Confidence.Official) => new("比例", new FigureValue.Number(percent), "%", Record(confidence));

    public static Figure Percent(decimal percent) => Percent(Quantity.Exactly(percent));

    public static Figure Points(decimal points) => new("降低", new FigureValue.Number(Quantity.Exactly(points)), "个百分点", Record());

    /// <summary>武汉三级: 60%, 800 元, 第二次 400 元, 15 万元, 乙类先付 10%.</summary>
    public static BillTerms WuhanTertiary { get; } = new(Percent(60), Yuan(800), Yuan(150000)) { LaterDeductible = Yuan(400), ClassBFirstPay = Percent(10) };

    /// <summary>南京大病: 1.5 万元起, 60% 到 8 万元, 65% 到 10 万元, 70% 以上, 不封顶.</summary>
    public static SeriousIllnessTerms NanjingSerious { get; } = new(
        Person.Resident, Yuan(15000), null,
        [Band(15000, 80000, 60), Band(80000, 100000, 65), Band(100000, null, 70)], null);

    /// <summary>南京困难人员: 7500 元起, 各段高 5 个百分点.</summary>
    public static SeriousIllnessTerms NanjingHardship { get; } = new(
        Person.LowIncome, Yuan(7500), null,
        [Band(null, 80000, 65), Band(80000, 100000, 70), Band(100000, null, 75)], null);

    public static SeriousIllnessBand Band(decimal? above, decimal? upTo, decimal percent) => new(
        Person.Resident, above is { } low ? Yuan(low) : null, upTo is { } high ? Yuan(high) : null, Percent(percent), null);

    public static CareAidRow Aid(decimal percent, decimal? deductible = null, decimal? ceiling = null) => new(
        Person.MinimumLiving, "住院", deductible is { } bar ? Yuan(bar) : null, Percent(percent), ceiling is { } most ? Yuan(most) : null, null);

    public static decimal StepOf(this Receipt receipt, string name)
    {
        var yuan = receipt.Steps.Single(step => step.Name == name).Yuan;
        Assert.Equal(Bound.Exact, yuan.Bound);
        return yuan.Low;
    }
}

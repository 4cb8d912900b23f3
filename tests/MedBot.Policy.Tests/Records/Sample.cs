using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Records;

/// <summary>Made-up places, records and figures; none of them is anybody's policy.</summary>
internal static class Sample
{
    public static Region Province { get; } = new("990000", "试省", "试省", RegionLevel.Province, Region.Nation);

    public static Region City { get; } = new("990100", "试市", "试市", RegionLevel.City, Province);

    public static Region County { get; } = new("990101", "试县", "试县", RegionLevel.County, City);

    public static PolicyRecord Record(
        string id,
        Region? region = null,
        DateOnly? first = null,
        DateOnly? last = null,
        int? benefitYear = null,
        Confidence confidence = Confidence.Official,
        string? note = null) =>
        new(
            id,
            region ?? City,
            new Period(first, last),
            benefitYear,
            new SourceDocument("sample", "试行办法", "试发〔2020〕9号", "试局", new DateOnly(2020, 5, 6), null, confidence),
            "第七条",
            confidence,
            new DateOnly(2026, 11, 21),
            Shortcomings.None,
            [],
            [],
            note,
            $"{id}.yaml:1");

    public static Figure Number(Quantity quantity, string unit, PolicyRecord? record = null, string label = "试数") =>
        new(label, new FigureValue.Number(quantity), unit, record ?? Record("terms"));

    public static Figure Yuan(decimal yuan) => Number(Quantity.Exactly(yuan), "元");

    public static Figure Percent(Quantity percent, Confidence confidence = Confidence.Official) =>
        Number(percent, "%", Record("terms", confidence: confidence));

    public static PremiumTable Premium(PolicyRecord record, decimal own) =>
        new(record, [new PremiumRow(Person.Resident, Number(Quantity.Exactly(own), "元", record, "居民个人缴费标准（每人每年）"), null)]);
}

using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Tests.Records;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Lookup;

public sealed class PaymentYearTests
{
    private static readonly CollectionRule FromOctober = Rule("nation", Region.Nation, new YearlyDay(10, 1));

    [Theory]
    [InlineData("2026-09-30", 2026)]
    [InlineData("2026-10-01", 2027)]
    [InlineData("2026-12-31", 2027)]
    [InlineData("2027-01-01", 2027)]
    public void FromTheRulesDayOnNextYearIsCollected(string day, int year) =>
        Assert.Equal(year, On([FromOctober], day));

    [Fact]
    public void TheNearestRuleDecides() =>
        Assert.Equal(2027, On([FromOctober, Rule("city", Sample.City, new YearlyDay(9, 1))], "2026-09-01"));

    [Fact]
    public void ARuleThatNamesNoDayLeavesItToTheLayerAbove() =>
        Assert.Equal(2027, On([FromOctober, Rule("city", Sample.City, null)], "2026-10-01"));

    [Theory]
    [InlineData("2025-02-28", 2025)]
    [InlineData("2024-09-15", 2025)]
    [InlineData("2024-09-14", 2024)]
    public void AnOpenWindowDecidesBeforeAnyRule(string day, int year) =>
        Assert.Equal(year, On([FromOctober, Window("window", new DateOnly(2024, 9, 15), new DateOnly(2025, 2, 28), 2025)], day));

    [Fact]
    public void WhereNothingIsKnownItIsThisYear() => Assert.Equal(2026, On([], "2026-11-21"));

    private static int On(IEnumerable<PolicyTable> tables, string day) =>
        PaymentYear.On(new PolicyBook(tables, []), Sample.City, DateOnly.Parse(day));

    private static CollectionRule Rule(string id, Region region, YearlyDay? from) =>
        new(Sample.Record(id, region), "每年", []) { NextYearFrom = from };

    private static CollectionWindow Window(string id, DateOnly first, DateOnly last, int year)
    {
        var record = Sample.Record(id, Sample.Province, first, last, year);
        return new CollectionWindow(record, Day(first, record), Day(last, record), null, null, null);
    }

    private static Figure Day(DateOnly day, PolicyRecord record) => new("日", new FigureValue.Day(day), "", record);
}

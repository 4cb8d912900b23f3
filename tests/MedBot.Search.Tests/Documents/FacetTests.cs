using MedBot.Search.Documents;
using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Documents;

public sealed class FacetTests
{
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    private readonly SearchIndex _index = SearchFixture.Index(
        new SearchDocument("nation") { Body = "居民医保的缴费时间由各地规定" },
        new SearchDocument("langfang") { Body = "廊坊居民医保的缴费时间", Region = "131000", Topic = "premium", From = new DateOnly(2025, 1, 1), To = LastDay },
        new SearchDocument("jinan") { Body = "济南居民医保的缴费时间", Region = "370100", Topic = "newborn" });

    [Fact]
    public void OtherRegionsAreNeverFound() =>
        Assert.Equal(["langfang", "nation"], _index.Ids(new SearchQuery("廊坊居民医保缴费时间") { RegionLayers = ["131000", "130000"] }));

    [Fact]
    public void AnUnknownRegionLeavesWhatHoldsEverywhere() =>
        Assert.Equal(["nation"], _index.Ids(new SearchQuery("居民医保缴费时间") { RegionLayers = ["990000"] }));

    [Fact]
    public void ATopicLeavesItsDocumentsAndThoseWithout() =>
        Assert.Equal(["langfang", "nation"], _index.Ids(new SearchQuery("居民医保缴费时间") { Topic = "premium" }).Order());

    [Fact]
    public void AnUnknownTopicLeavesDocumentsWithoutOne() =>
        Assert.Equal(["nation"], _index.Ids(new SearchQuery("居民医保缴费时间") { Topic = "nothing" }));

    [Fact]
    public void LastDayStillHolds() => Assert.Contains("langfang", _index.Ids(new SearchQuery("缴费时间") { On = LastDay }));

    [Fact]
    public void TheDayAfterTheLastDoesNotHold() => Assert.DoesNotContain("langfang", _index.Ids(new SearchQuery("缴费时间") { On = LastDay.AddDays(1) }));

    [Fact]
    public void TheDayBeforeTheFirstDoesNotHold() => Assert.DoesNotContain("langfang", _index.Ids(new SearchQuery("缴费时间") { On = new DateOnly(2024, 12, 31) }));

    [Fact]
    public void FilteredDocumentsDoNotCrowdOutAllowedOnes()
    {
        var documents = Enumerable.Range(0, 500)
            .Select(i => new SearchDocument($"other{i}") { Body = "住院报销比例住院报销比例", Region = "370100" })
            .Append(new SearchDocument("mine") { Body = "这里写了住院，也写了别的很多事情，报销要看比例", Region = "131000" })
            .ToArray();
        Assert.Equal(["mine"], SearchFixture.Index(documents).Ids(new SearchQuery("住院报销比例") { RegionLayers = ["131000"] }));
    }
}

using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Results;

public sealed class CoverageTests
{
    private readonly SearchIndex _index = SearchFixture.Index(
        SearchFixture.Text("a", "居民医保断缴以后要等三个月才能报销"),
        SearchFixture.Text("b", "职工医保由单位缴费"),
        SearchFixture.Text("c", "异地就医要先备案"));

    [Fact]
    public void ARepeatedTextIsCoveredWhole() => Assert.Equal(1, _index.Search(new SearchQuery("异地就医要先备案")).Hits[0].Coverage, 6);

    [Fact]
    public void UnknownWordsCountAsNotCovered()
    {
        var hit = _index.Search(new SearchQuery("火星旅游签证断缴")).Hits[0];
        Assert.InRange(hit.Coverage, 0.01, 0.35);
    }

    [Fact]
    public void NothingInCommonFindsNothing() => Assert.Empty(_index.Search(new SearchQuery("火星旅游")).Hits);

    [Fact]
    public void AnEmptyQuestionFindsNothing() => Assert.Empty(_index.Search(new SearchQuery(" ？！")).Hits);

    [Fact]
    public void AQuestionOfStopWordsAloneFindsNothingByForce() => Assert.Empty(_index.Search(new SearchQuery("什么怎么")).Hits);

    [Fact]
    public void ASynonymCoversThePartItStandsFor()
    {
        var plain = _index.Search(new SearchQuery("断保以后")).Hits[0].Coverage;
        var expanded = _index.Search(new SearchQuery("断保以后") { Expansions = [new QueryExpansion(0, 2, "断缴", 0.8f)] }).Hits[0];
        Assert.Equal("a", expanded.DocumentId);
        Assert.True(expanded.Coverage > plain);
    }

    [Fact]
    public void RelevanceFallsWithWhatIsMissing()
    {
        var near = _index.Search(new SearchQuery("断缴以后多久能报销")).Hits[0].Relevance;
        var far = _index.Search(new SearchQuery("断缴以后能不能去火星旅游看外星医生")).Hits[0].Relevance;
        Assert.True(near > 2 * far);
    }
}

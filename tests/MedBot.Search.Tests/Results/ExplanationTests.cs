using MedBot.Search.Documents;
using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Results;

public sealed class ExplanationTests
{
    private readonly SearchIndex _index = SearchFixture.Index(
        new SearchDocument("a") { Title = "缴费", Body = "居民医保每年缴费一次。过期不补。", Passages = [new SearchPassage("时间", 0, 11), new SearchPassage("补缴", 11, 5)] },
        SearchFixture.Text("b", "职工医保由单位按月缴费"),
        SearchFixture.Text("c", "异地就医要先备案"));

    [Fact]
    public void ThePartsMakeUpTheScore()
    {
        foreach (var hit in _index.Search(new SearchQuery("居民医保每年什么时候缴费")).Hits)
        {
            var explanation = hit.Explain();
            var product = (explanation.TermSum + explanation.ArticleSum) * explanation.CoverageFactor * explanation.WindowFactor;
            Assert.Equal(hit.Score, product, hit.Score * 0.01);
        }
    }

    [Fact]
    public void TheTermsMakeUpTheirSum()
    {
        var explanation = _index.Search(new SearchQuery("居民医保缴费")).Hits[0].Explain();
        Assert.Equal(explanation.TermSum, explanation.Terms.Sum(term => term.Contribution), 9);
    }

    [Fact]
    public void StaffReadItInChinese() => Assert.StartsWith("得分 ", _index.Search(new SearchQuery("缴费")).Hits[0].Explain().ToString(), StringComparison.Ordinal);
}

using System.Text;
using MedBot.Search.Queries;
using MedBot.Search.Scoring;

namespace MedBot.Search.Tests.Ranking;

public sealed class EarlyTerminationTests
{
    // Scores of the lists alone: no candidate is refined, so the best ten must be exactly those of a full count.
    private static readonly SearchScoring Plain = SearchScoring.Prose with { CoverageExponent = 0, WindowWeight = 0 };

    [Fact]
    public void TheBestOfManyAreThoseOfAFullCount()
    {
        var random = new Random(20_251_101);
        var words = "居民 医保 缴费 住院 门诊 报销 比例 起付线 封顶线 异地 就医 备案 新生儿 断缴 补缴 等待期 大病 保险 救助 药店".Split(' ');
        var documents = Enumerable.Range(0, 20_000).Select(i => SearchFixture.Text($"{i}", Made(random, words))).ToArray();
        var index = SearchFixture.Index(Plain, documents);
        foreach (var text in new[] { "新生儿住院报销比例", "异地就医备案", "断缴以后的等待期怎么算", "药店" })
        {
            var few = index.Search(new SearchQuery(text) { Top = 10 }).Hits;
            var explained = few.Select(hit => hit.Explain().TermSum).ToArray();
            var all = documents.Length > 0 ? index.Search(new SearchQuery(text) { Top = 1000 }).Hits : [];
            Assert.Equal(all.Take(10).Select(hit => hit.DocumentId), few.Select(hit => hit.DocumentId));
            Assert.Equal(explained.OrderDescending(), explained);
        }
    }

    private static string Made(Random random, string[] words)
    {
        var text = new StringBuilder();
        for (var i = random.Next(5, 40); i > 0; i--)
            text.Append(words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))]).Append(random.Next(4) == 0 ? "，" : "");
        return text.ToString();
    }
}

using MedBot.Search.Documents;
using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Ranking;

public sealed class ConcurrentSearchTests
{
    [Fact]
    public void ManyThreadsGetWhatOneGets()
    {
        string[] words = ["居民", "医保", "缴费", "住院", "门诊", "报销", "比例", "异地", "备案", "新生儿"];
        var random = new Random(3);
        var documents = Enumerable.Range(0, 400).Select(i => new SearchDocument($"{i}") { Body = string.Concat(Enumerable.Range(0, 12).Select(_ => words[random.Next(words.Length)])) }).ToArray();
        var index = SearchFixture.Index(documents);
        var queries = Enumerable.Range(0, 200).Select(_ => new SearchQuery(words[random.Next(words.Length)] + words[random.Next(words.Length)])).ToArray();
        var alone = queries.Select(Ids).ToArray();
        var together = new string[queries.Length];
        Parallel.For(0, queries.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Ids(queries[i]));
        Assert.Equal(alone, together);

        string Ids(SearchQuery query) => string.Join(' ', index.Search(query).Hits.Select(hit => hit.DocumentId));
    }
}

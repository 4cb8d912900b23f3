using MedBot.Search.Documents;
using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Documents;

public sealed class PassageTests
{
    private const string First = "一级医院起付线二百元，报销百分之八十五。";
    private const string Second = "异地就医要先备案，备案可以在手机上办。";

    private static readonly SearchDocument Article = new("article")
    {
        Title = "住院待遇",
        Body = First + Second,
        Passages = [new SearchPassage("住院待遇 > 起付线", 0, First.Length), new SearchPassage("住院待遇 > 异地就医", First.Length, Second.Length)],
    };

    [Fact]
    public void TheHitIsThePassageThatAnswers()
    {
        var hit = SearchFixture.Index(Article).Search(new SearchQuery("异地就医怎么备案")).Hits[0];
        Assert.Equal((1, "住院待遇 > 异地就医", Second), (hit.PassageIndex, hit.Passage.Heading, hit.Text.ToString()));
    }

    [Fact]
    public void ADocumentIsGivenOnceByItsBestPassage() => Assert.Single(SearchFixture.Index(Article).Search(new SearchQuery("医院备案")).Hits);

    [Fact]
    public void EveryPassageIsAHitWhenAsked() =>
        Assert.Equal([1, 0], SearchFixture.Index(Article).Search(new SearchQuery("医院备案，异地备案") { OnePassagePerDocument = false }).Hits.Select(hit => hit.PassageIndex));

    [Fact]
    public void TheArticleHelpsItsPassages()
    {
        var other = new SearchDocument("other") { Title = "生育待遇", Body = Second + "生育。", Passages = [new SearchPassage("", 0, Second.Length), new SearchPassage("", Second.Length, 3)] };
        var hits = SearchFixture.Index(other, Article).Search(new SearchQuery("住院待遇里异地就医怎么备案")).Hits;
        Assert.Equal("article", hits[0].DocumentId);
    }

    [Fact]
    public void APassageOutsideTheBodyIsRefused() =>
        Assert.Throws<ArgumentException>(() => SearchFixture.Index(new SearchDocument("bad") { Body = "短", Passages = [new SearchPassage("", 0, 2)] }));
}

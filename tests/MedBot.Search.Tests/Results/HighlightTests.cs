using MedBot.Search.Documents;
using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Results;

public sealed class HighlightTests
{
    [Fact]
    public void MatchesAreOffsetsInTheBody()
    {
        const string body = "总则。😀异地就医要先备案，2025年起可网上办。";
        var document = new SearchDocument("a") { Body = body, Passages = [new SearchPassage("", 0, 3), new SearchPassage("", 3, body.Length - 3)] };
        var hit = SearchFixture.Index(document, SearchFixture.Text("b", "别的")).Search(new SearchQuery("２０２５异地备案")).Hits[0];
        Assert.Equal(["异地", "备案", "2025"], hit.FindMatches().Select(range => body[range]));
    }

    [Fact]
    public void SingleCharactersAreNotHighlighted()
    {
        var hit = SearchFixture.Index(SearchFixture.Text("a", "医院与保险"), SearchFixture.Text("b", "别的")).Search(new SearchQuery("医保")).Hits[0];
        Assert.Empty(hit.FindMatches());
    }
}

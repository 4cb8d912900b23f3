using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Queries;

public sealed class HostileQueryTests
{
    private readonly SearchIndex _index = SearchFixture.Index(SearchFixture.Text("a", "居民医保缴费\ud83d时间😀"), SearchFixture.Text("b", ""), SearchFixture.Text("c", new string('医', 5000)));

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("😀😀😀")]
    [InlineData("\0\u0001医保")]
    [InlineData("医保\t医保\n医保")]
    public void OddCharactersAreSearchedWithoutError(string text) => Assert.NotNull(_index.Search(new SearchQuery(text)));

    [Fact]
    public void AVeryLongQuestionIsCutAndAnswered() =>
        Assert.Equal("a", _index.Ids("居民医保缴费" + string.Concat(Enumerable.Range(0x4E00, 5000).Select(code => (char)code)))[0]);

    [Fact]
    public void AnEmojiIsFound() => Assert.Equal("a", _index.Ids("😀")[0]);

    [Fact]
    public void AnEmptyIndexFindsNothing() => Assert.Empty(SearchFixture.Index().Search(new SearchQuery("医保")).Hits);

    [Fact]
    public void NoHitsAreGivenWhenNoneAreWanted() => Assert.Empty(_index.Search(new SearchQuery("医保") { Top = 0 }).Hits);

    [Fact]
    public void ManyThreadsGetTheSameAnswer()
    {
        var expected = _index.Ids("居民医保缴费时间");
        Parallel.For(0, 200, _ => Assert.Equal(expected, _index.Ids("居民医保缴费时间")));
    }
}

using MedBot.Segmentation.Keywords;

namespace MedBot.Segmentation.Tests;

public sealed class KeywordTests
{
    [Fact]
    public void OnlyAsManyAsAskedForAreGiven() => Assert.Equal(["报销", "医保"], Words(Jieba.Keywords.Extract("医保报销，医保缴费，报销比例，报销", 2)));

    [Fact]
    public void StopWordsAreComparedInLowerCase() => Assert.Equal(["MedBot"], Words(Jieba.Keywords.Extract("This is The MedBot")));

    [Fact]
    public void StopWordsCanBeAddedAndLeaveTheOthers()
    {
        var extractor = Jieba.Keywords.WithStopWords(["医保"]);
        Assert.Equal(["报销"], Words(extractor.Extract("the 医保报销")));
        Assert.Equal(["医保", "报销"], Words(Jieba.Keywords.Extract("医保报销")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ATextOfSingleCharactersHasNone() => Assert.Empty(Jieba.Keywords.Extract("我 的 😀😀 \r\n 。"));

    private static IEnumerable<string> Words(IEnumerable<Keyword> keywords) => keywords.Select(keyword => keyword.Word);
}

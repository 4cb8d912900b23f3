using MedBot.Search.Documents;
using MedBot.Search.Queries;

namespace MedBot.Search.Tests.Documents;

public sealed class StoredQuestionTests
{
    private static readonly string[] Subjects = ["新生儿", "大学生", "低保户", "退休职工", "灵活就业人员", "外地户口", "孕妇", "残疾人", "农民工", "留学生"];
    private static readonly string[] Matters = ["医保", "居民医保", "大病保险", "门诊报销", "住院报销", "医保卡", "异地就医备案", "医疗救助", "个人缴费", "医保断缴"];
    private static readonly string[] Forms = ["{0}怎么办{1}", "{0}的{1}什么时候办", "{0}{1}要交多少钱", "{0}可以享受{1}吗", "{0}办{1}需要什么材料", "{0}{1}在哪里查"];

    private static readonly SearchDocument[] Documents =
    [
        .. from subject in Subjects
           from matter in Matters
           from form in Forms
           let question = string.Format(form, subject, matter)
           select new SearchDocument(question) { Questions = [question + "？"], Body = $"关于{matter}，{subject}请看当地规定。{matter}每年不同。" },
    ];

    private static readonly SearchIndex Index = SearchFixture.Index(Documents);

    [Fact]
    public void EveryStoredQuestionFindsItsOwnDocumentFirst() =>
        Assert.Empty(Documents.Where(document => Index.Ids(document.Id)[0] != document.Id).Select(document => document.Id));

    [Fact]
    public void PolitenessAndPunctuationDoNotMatter() =>
        Assert.Empty(Documents.Where(document => Index.Ids($"你好，请问{document.Id}呢？？")[0] != document.Id).Select(document => document.Id));

    [Fact]
    public void ARepetitionIsMarkedAsSuch() => Assert.True(Index.Search(new SearchQuery(Documents[7].Id)).Hits[0].IsStoredQuestion);

    [Fact]
    public void AnotherQuestionIsNotMarked() => Assert.False(Index.Search(new SearchQuery("新生儿怎么办大病医保")).Hits[0].IsStoredQuestion);

    [Fact]
    public void OneWordMoreStillFindsIt() =>
        Assert.Empty(Documents.Where(document => Index.Ids($"我家{document.Id}")[0] != document.Id).Select(document => document.Id));

    [Fact]
    public void AStoredQuestionRanksBeforeATextThatRepeatsItsWords()
    {
        var index = SearchFixture.Index(
            new SearchDocument("text") { Body = "医保卡丢了医保卡丢了怎么补办怎么补办医保卡补办" },
            new SearchDocument("question") { Questions = ["医保卡丢了怎么补办", "社保卡遗失如何处理"], Body = "请到窗口。" });
        Assert.Equal("question", index.Ids("请问医保卡丢了怎么补办？")[0]);
    }

    [Fact]
    public void AFilteredStoredQuestionIsNotFound()
    {
        var index = SearchFixture.Index(new SearchDocument("a") { Questions = ["几岁可以参保"], Region = "131000" }, new SearchDocument("b") { Body = "参保没有年龄限制" });
        Assert.DoesNotContain("a", index.Ids(new SearchQuery("几岁可以参保") { RegionLayers = ["370100"] }));
    }
}

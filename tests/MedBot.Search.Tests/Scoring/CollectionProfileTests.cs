using MedBot.Search.Documents;
using MedBot.Search.Scoring;

namespace MedBot.Search.Tests.Scoring;

public sealed class CollectionProfileTests
{
    [Fact]
    public void TitlesThatAskMakeACollectionOfQuestions() =>
        Assert.Same(SearchScoring.Questions, CollectionProfile.Choose([new SearchDocument("1") { Title = "医保卡丢了怎么办" }, new SearchDocument("2") { Title = "多久到账？" }]));

    [Fact]
    public void TitlesOfDocumentsMakeProse() =>
        Assert.Same(SearchScoring.Prose, CollectionProfile.Choose([new SearchDocument("1") { Title = "关于做好城乡居民医保工作的通知" }, new SearchDocument("2") { Title = "待遇清单" }]));

    [Fact]
    public void NoTitlesMakeProse() => Assert.Same(SearchScoring.Prose, CollectionProfile.Choose([SearchFixture.Text("1", "怎么办？")]));
}

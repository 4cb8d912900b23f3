using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Tests.Layers;

/// <summary>The nearest layer that speaks of now answers; what only the nation or a text without a place says is marked as that.</summary>
public sealed class NearestRule
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void ACitysOwnRuleIsToldBeforeItsProvincesPassedWindow()
    {
        var answer = Ask(Topic.Deadline, "420100");

        Assert.Equal(AnswerKind.Answer, answer.Kind);
        Assert.StartsWith("湖北武汉：正常缴费期限为每年9月1日至12月31日", answer.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Figures, figure => figure.Label == "缴费截止日");
    }

    [Fact]
    public void ACityWithoutRuleGetsItsProvincesWindow() =>
        Assert.Contains(Ask(Topic.Deadline, "420500").Figures, figure => figure is { Label: "缴费截止日", Text: "2024年12月31日" });

    [Fact]
    public void APointerToACitysDatesIsToldThoughTheRuleIsNotRecorded()
    {
        var answer = Ask(Topic.Deadline, "340100");

        Assert.Equal(AnswerKind.NotPublished, answer.Kind);
        Assert.Contains(answer.Details, line => line.Contains("9月1日至12月31日", StringComparison.Ordinal));
    }

    [Fact]
    public void ANewbornsDaysFromATextWithoutAPlaceAreNoRuleOfTheCity()
    {
        var answer = Ask(Topic.Newborn, "530100", Person.Newborn);

        Assert.Equal(AnswerKind.NotPublished, answer.Kind);
        Assert.StartsWith("没有收录云南昆明的新生儿参保规定", answer.Summary, StringComparison.Ordinal);
        Assert.Contains("网络文章的说法（没有写地区）：新生儿要在出生后90天内参保缴费", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRatiosByLevelAreToldBeforeAHeadline() =>
        Assert.StartsWith("河南信阳住院报销比例：一级医院60%", Ask(Topic.InpatientRatio, "411500").Summary, StringComparison.Ordinal);

    [Fact]
    public void ANewbornIsNeverToldAChildsRatio()
    {
        var answer = Ask(Topic.InpatientRatio, "131000", Person.Newborn, Person.Child);

        Assert.Contains("二级医院75%", answer.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("少儿", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void AUniversityStudentIsNotToldThePupilsPremium()
    {
        foreach (var topic in new[] { Topic.Premium, Topic.StudentChild })
        {
            var answer = Ask(topic, "320100", Person.UniversityStudent, Person.Student);

            Assert.Contains("270元", answer.Summary, StringComparison.Ordinal);
            Assert.DoesNotContain("320元", answer.Summary, StringComparison.Ordinal);
        }
    }

    private static Answer Ask(Topic topic, string place, params Person[] persons) =>
        CheckedOutKnowledge.Plugins.Of(topic).Answer(new Inquiry { Today = Today, Region = CheckedOutKnowledge.Place(place), Persons = [.. persons] });
}

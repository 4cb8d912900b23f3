using MedBot.Search.Analysis;

namespace MedBot.Search.Tests.Analysis;

public sealed class QuestionFormTests
{
    [Theory]
    [InlineData("请问2025年要交多少钱呢？", "2025年要交多少钱")]
    [InlineData("２０２５年要交多少钱", "2025年，要交多少钱！")]
    [InlineData("你好，请问一下 怎么报销啊", "怎么报销")]
    [InlineData("用APP怎么交", "用app怎么交？")]
    public void TheSameQuestionHasOneForm(string one, string other) => Assert.Equal(QuestionForm.Of(one), QuestionForm.Of(other));

    [Theory]
    [InlineData("断缴怎么办", "断缴怎么补")]
    [InlineData("一级医院", "二级医院")]
    public void OtherQuestionsHaveOtherForms(string one, string other) => Assert.NotEqual(QuestionForm.Of(one), QuestionForm.Of(other));

    [Fact]
    public void PunctuationAloneHasNoForm() => Assert.Equal(0UL, QuestionForm.Of("？！ 。"));
}

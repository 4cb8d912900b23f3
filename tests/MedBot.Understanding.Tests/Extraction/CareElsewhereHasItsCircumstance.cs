using MedBot.Policy.Care;

namespace MedBot.Understanding.Tests.Extraction;

public sealed class CareElsewhereHasItsCircumstance
{
    [Theory]
    [InlineData("在外省住院没备案能报多少", ElsewhereCircumstance.NotFiled)]
    [InlineData("忘了备案在外地住院报多少", ElsewhereCircumstance.NotFiled)]
    [InlineData("去外地住院已备案报多少", ElsewhereCircumstance.Filed)]
    [InlineData("转诊到外省住院报多少", ElsewhereCircumstance.Referral)]
    [InlineData("在外地急诊住院报多少", ElsewhereCircumstance.Emergency)]
    [InlineData("长期居住外地住院报多少", ElsewhereCircumstance.LongStay)]
    public void TheLexiconsWordsNameIt(string message, ElsewhereCircumstance circumstance) =>
        Assert.Equal(circumstance, Bot.ReadOne(message).Slots.Circumstance?.Value);

    [Fact]
    public void SeveralHoldTogether() =>
        Assert.Equal(ElsewhereCircumstance.NotFiled | ElsewhereCircumstance.Emergency, Bot.Read("外地急诊住院 没备案 报多少")[0].Slots.Circumstance?.Value);

    [Fact]
    public void AskingHowToFileTellsNothing() => Assert.Null(Bot.ReadOne("去北京看病怎么备案").Slots.Circumstance);

    [Fact]
    public void ASecondJourneyNamesAnotherPlaceOfTreatment()
    {
        var before = Bot.ReadOne("去上海看病怎么备案");
        var slots = Assert.Single(Bot.Interpreter.Interpret("那去南京呢", new Context { LastIntent = before.Intent, Remembered = before.Slots }, Bot.Today)).Slots;

        Assert.Equal((null, "江苏南京"), (slots.Region, slots.Destination?.Value.FullName));
    }
}

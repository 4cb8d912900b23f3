using MedBot.Policy.Care;

namespace MedBot.Understanding.Tests.Extraction;

public sealed class HospitalsAreKnownByLevelOrName
{
    [Theory]
    [InlineData("两口子都残疾 一个一级一个二级 医保能少交吗")]
    [InlineData("没备案住进外省医院能报吗")]
    public void AGradeOfSomethingElseIsNone(string message) => Assert.Null(Bot.ReadOne(message).Slots.HospitalLevel);

    [Theory]
    [InlineData("三甲住院报多少", HospitalLevel.Tertiary, SlotOrigin.Said)]
    [InlineData("县医院住院报多少", HospitalLevel.Secondary, SlotOrigin.Assumed)]
    [InlineData("镇卫生院住院报多少", HospitalLevel.Community, SlotOrigin.Said)]
    [InlineData("社区医院看门诊报多少", HospitalLevel.Community, SlotOrigin.Said)]
    [InlineData("二甲住院报几成", HospitalLevel.Secondary, SlotOrigin.Said)]
    public void ALevelSaysWhetherItWasSaid(string message, HospitalLevel level, SlotOrigin origin)
    {
        var slot = Bot.ReadOne(message).Slots.HospitalLevel;

        Assert.Equal((level, origin), (slot!.Value, slot.Origin));
    }

    [Theory]
    [InlineData("二级残疾医保要交吗")]
    [InlineData("残疾二级 医保是不是不用掏")]
    [InlineData("三级高血压药怎么报")]
    [InlineData("不是三甲，住院报多少")]
    [InlineData("社区能交医保吗")]
    public void ADegreeOfSomethingElseIsNoHospital(string message) =>
        Assert.Null(Bot.Read(message)[0].Slots.HospitalLevel);

    [Fact]
    public void TwoLevelsInOneMessageAreTwoQuestions() =>
        Assert.Equal(
            [HospitalLevel.Community, HospitalLevel.Secondary],
            Bot.Read("镇上和县里住院分别报多少").Select(request => request.Slots.HospitalLevel?.Value));

    [Fact]
    public void AComparisonOfTwoLevelsIsOneQuestion() =>
        Assert.Single(Bot.Read("二甲住院报的比三甲多吗"));
}

using MedBot.Policy.Care;

namespace MedBot.Understanding.Tests.Conversation;

/// <summary>What is taken back is replaced, and nothing else, however the resident says so.</summary>
public sealed class CorrectionsComeInAnyWording
{
    private const string Bill = "信阳三级医院住院花了4万2能报多少";

    public static TheoryData<string> Openings =>
    [
        "打错了 是", "打错字了，", "手滑打错 ", "看错单子了，是", "讲错咗 ", "写岔了 应该是", "不好意思记混了，", "刚才说错了，其实是", "不对，我说的是", "哦不 ", "更正一下，", "口误 ",
    ];

    [Theory, MemberData(nameof(Openings))]
    public void AnotherSumReplacesTheSum(string opening) => Assert.Equal((SpeechAct.Correct, 32_000m, HospitalLevel.Tertiary, "河南信阳"), AfterBill(opening + "3万2"));

    [Theory, MemberData(nameof(Openings))]
    public void AnotherHospitalReplacesTheHospital(string opening) => Assert.Equal((SpeechAct.Correct, 42_000m, HospitalLevel.Secondary, "河南信阳"), AfterBill(opening + "二级"));

    [Theory, MemberData(nameof(Openings))]
    public void AnotherPlaceReplacesThePlace(string opening) => Assert.Equal((SpeechAct.Correct, 42_000m, HospitalLevel.Tertiary, "江西九江"), AfterBill(opening + "九江"));

    [Theory]
    [InlineData("3万2，上面写错了")]
    [InlineData("是3万2 不是4万2")]
    [InlineData("不是4万2 3万2")]
    [InlineData("不是4万2是3万2")]
    [InlineData("金额也不对 是3万2")]
    [InlineData("把金额改成3万2")]
    [InlineData("3万2才对")]
    [InlineData("应该是3万2才对，不好意思")]
    [InlineData("4万2错了，是3万2")]
    [InlineData("刚问了我哥，不是4万2，是3万2")]
    [InlineData("少打个零，是3万2")]
    public void TheWordsMayStandAnywhere(string message) => Assert.Equal((SpeechAct.Correct, 32_000m, HospitalLevel.Tertiary, "河南信阳"), AfterBill(message));

    [Fact]
    public void WhatIsDeniedTellsWhichOfTwoPlacesIsMeant()
    {
        var slots = After("从常德转到长沙医保怎么转", "不是长沙 是株洲").Slots;

        Assert.Equal(("湖南常德", "湖南株洲"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Fact]
    public void OneMessageMayTakeBackWhatItHasJustSaid()
    {
        var context = new Context { LastIntent = Intent.LateOrLapse, Asked = Policy.Answers.Fact.LapsedYears };
        var lapsed = Assert.Single(Bot.Interpreter.Interpret("应该是四年 哦不对 三年吧", context, Bot.Today)).Slots.LapsedYears;
        var region = Bot.ReadOne("我在石家庄 不对 在保定 医保一年交多少").Slots.Region;

        Assert.Equal((3, "河北保定"), (lapsed?.Value, region?.Value.FullName));
    }

    [Fact]
    public void WhatSomethingWasMistakenForIsTakenBack() =>
        Assert.Equal("河北唐山", After("天津医保几号截止", "哎 打成天津了 是唐山").Slots.Region?.Value.FullName);

    [Fact]
    public void NoWordOfACorrectionIsCutOutOfAPlace() =>
        Assert.Equal("新疆哈密", After("克拉玛依医保几号截止", "记岔了 是哈密").Slots.Region?.Value.FullName);

    [Fact]
    public void ABlankPartsAlsoBesideWhatIsTakenBack() =>
        Assert.Equal(4, After("我在单县 断了三年", "单县 俺记错了 不是三年 是四年").Slots.LapsedYears?.Value);

    [Fact]
    public void WhatIsDeniedEndsAtTheBlank() =>
        Assert.Equal("陕西商洛", After("合疗交到几号", "都不是 商洛的").Slots.Region?.Value.FullName);

    [Fact]
    public void OfTwoPlacesTheOneOfTheSameProvinceIsMeant()
    {
        var slots = After("我在佛山 老家是北流的 住院要备案吗", "不对，我是说广州").Slots;

        Assert.Equal(("广西玉林北流", "广东广州"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Theory]
    [InlineData("算了 还是二级吧")]
    [InlineData("算了，还是去二级医院")]
    public void WhoChoosesAgainGivesNothingUp(string message)
    {
        var (_, amount, level, _) = AfterBill(message);

        Assert.Equal((42_000m, HospitalLevel.Secondary), (amount, level));
    }

    [Fact]
    public void WhatIsCalledWrongTellsWhichOfTwoPlacesIsMeant()
    {
        var slots = After("从信阳转到合肥医保怎么转", "合肥错了，是转到芜湖").Slots;

        Assert.Equal(("河南信阳", "安徽芜湖"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Fact]
    public void ADeniedYearOrHospitalIsNotTheOneMeant()
    {
        Assert.Equal(2025, After("延安今年医保交多少", "我不是问今年的 问去年").Slots.Year?.Value);
        Assert.Equal(HospitalLevel.Community, After("住院报销比例是多少", "不是啥大医院 就镇卫生院").Slots.HospitalLevel?.Value);
    }

    [Fact]
    public void ANumberAloneReplacesAnAge() => Assert.Equal(68, After("我妈72医保交多少", "打错了 68").Slots.AgeYears?.Value);

    [Theory]
    [InlineData("名字写错了怎么办")]
    [InlineData("填错了怎么改")]
    [InlineData("对不对")]
    public void AMistakeThatIsAskedAboutTakesNothingBack(string message) => Assert.NotEqual(SpeechAct.Correct, After("微信怎么交医保", message).Act);

    private static (SpeechAct Act, decimal? Yuan, HospitalLevel? Level, string? Place) AfterBill(string message)
    {
        var request = After(Bill, message);
        return (request.Act, request.Slots.AmountYuan?.Value, request.Slots.HospitalLevel?.Value, request.Slots.Region?.Value.FullName);
    }

    private static Request After(string first, string then)
    {
        var before = Bot.Read(first)[^1];
        return Assert.Single(Bot.Interpreter.Interpret(then, new Context { LastIntent = before.Intent, Remembered = before.Slots }, Bot.Today));
    }
}

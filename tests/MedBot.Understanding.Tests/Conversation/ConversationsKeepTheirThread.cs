using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Understanding.Tests.Conversation;

public sealed class ConversationsKeepTheirThread
{
    [Fact]
    public void AnEllipsisKeepsTheIntent()
    {
        var request = After("贵州医保什么时候交", "那广东呢");

        Assert.Equal((SpeechAct.Vary, Intent.Deadline, "广东"), (request.Act, request.Intent, request.Slots.Region?.Value.FullName));
    }

    [Fact]
    public void ACorrectionReplacesOneFactAndKeepsTheRest()
    {
        var request = After("信阳三级医院住院花了两万能报多少", "打错了是二级医院");

        Assert.Equal((SpeechAct.Correct, Intent.Calculate, HospitalLevel.Secondary), (request.Act, request.Intent, request.Slots.HospitalLevel!.Value));
        Assert.Equal((20_000m, "河南信阳"), (request.Slots.AmountYuan!.Value, request.Slots.Region!.Value.FullName));
        Assert.Equal((SlotOrigin.Said, SlotOrigin.Inherited), (request.Slots.HospitalLevel.Origin, request.Slots.AmountYuan.Origin));
    }

    [Fact]
    public void ATopicSwitchKeepsPlaceAndPersonAndDropsTheBill()
    {
        var slots = After("廊坊我奶奶在县医院住院花了三万能报多少", "医保什么时候交").Slots;

        Assert.Equal("河北廊坊", slots.Region?.Value.FullName);
        Assert.Equal(Person.Elderly, slots.Persons!.Value[0]);
        Assert.Equal((null, null), (slots.AmountYuan, slots.HospitalLevel));
    }

    [Fact]
    public void AnotherMemberOfTheFamilyIsAnotherPerson()
    {
        var slots = After("我奶奶住院报多少", "我老公呢").Slots;

        Assert.Null(slots.Persons);
    }

    [Fact]
    public void AnAgeOfTheirOwnEndsTheStudent() =>
        Assert.Null(After("北京学生医保一年多少", "我自己四十来岁").Slots.Persons);

    [Fact]
    public void ANewbornStaysANewbornWhenCalledAChild() =>
        Assert.Contains(Person.Newborn, After("娃刚出生 医保咋办", "娃住院能报多少").Slots.Persons!.Value);

    [Fact]
    public void NeighbouringCareChangesTheIntent() => Assert.Equal(Intent.OutpatientRatio, After("住院报多少", "门诊呢").Intent);

    [Fact]
    public void PayingForANewbornIsStillAboutTheNewborn() => Assert.Equal(Intent.Newborn, After("新生儿怎么参保", "要交多少钱").Intent);

    [Fact]
    public void AMonthAloneAnswersTheBotsQuestion()
    {
        var context = new Context { LastIntent = Intent.Newborn, Asked = Fact.BirthDate };
        var request = Assert.Single(Bot.Interpreter.Interpret("10月3号", context, Bot.Today));

        Assert.Equal((SpeechAct.FillIn, new DateOnly(2026, 10, 3)), (request.Act, request.Slots.BirthDate!.Value));
    }

    [Theory]
    [InlineData("第二个", HospitalLevel.Secondary)]
    [InlineData("中间那个", HospitalLevel.Secondary)]
    [InlineData("头一个", HospitalLevel.Tertiary)]
    [InlineData("最后一个", HospitalLevel.Primary)]
    public void ANumberOrItsPlacePicksTheButton(string message, HospitalLevel level)
    {
        var context = new Context { LastIntent = Intent.InpatientRatio, Asked = Fact.HospitalLevel, Offered = [new FollowUp("三级医院"), new FollowUp("二级医院"), new FollowUp("一级医院")] };
        var request = Assert.Single(Bot.Interpreter.Interpret(message, context, Bot.Today));

        Assert.Equal(level, request.Slots.HospitalLevel?.Value);
    }

    [Theory]
    [InlineData("点错了 是福州的", Intent.Premium, "福建福州鼓楼")]
    [InlineData("福州医保几号截止", Intent.Deadline, "福建福州")]
    public void APlaceAloneChoosesAmongThoseOfItsName(string message, Intent intent, string place)
    {
        var context = new Context { LastIntent = Intent.Premium, ChosenFrom = [new FollowUp("江苏南京鼓楼"), new FollowUp("福建福州鼓楼")] };
        var request = Assert.Single(Bot.Interpreter.Interpret(message, context, Bot.Today));

        Assert.Equal((intent, place), (request.Intent, request.Slots.Region?.Value.FullName));
    }

    [Fact]
    public void AnAilmentToldIsNoMatterOfMoney() =>
        Assert.Equal(Intent.MedicalAdvice, After("住院报多少", "我爸胸口疼得厉害").Intent);

    [Theory]
    [InlineData("按错了 应该是第二个")]
    [InlineData("我没绑卡 还是第二个吧")]
    public void AnotherOfTheSameButtonsCanBeChosenAfterwards(string message)
    {
        var offered = new Context { LastIntent = Intent.InpatientRatio, Asked = Fact.HospitalLevel, Offered = [new FollowUp("三级医院"), new FollowUp("二级医院"), new FollowUp("一级医院")] };
        var first = Assert.Single(Bot.Interpreter.Interpret("第一个", offered, Bot.Today));
        var then = Assert.Single(Bot.Interpreter.Interpret(message, new Context { LastIntent = first.Intent, Remembered = first.Slots, Asked = Fact.Region, Offered = [new FollowUp("河北")], ChosenFrom = first.ChosenFrom }, Bot.Today));

        Assert.Equal((Intent.InpatientRatio, HospitalLevel.Secondary), (then.Intent, then.Slots.HospitalLevel?.Value));
    }

    [Fact]
    public void PartOfAnOfferedPlaceIsEnough()
    {
        var context = new Context { LastIntent = Intent.Premium, Asked = Fact.Region, Offered = [new FollowUp("江苏南京鼓楼"), new FollowUp("福建福州鼓楼")] };
        var request = Assert.Single(Bot.Interpreter.Interpret("南京", context, Bot.Today));

        Assert.Equal("江苏南京鼓楼", request.Slots.Region?.Value.FullName);
    }

    [Theory]
    [InlineData("不是门诊，是住院")]
    [InlineData("不是门诊 住院")]
    public void WhatIsTakenBackIsNotAsked(string message)
    {
        var request = After("门诊能报多少", message);

        Assert.Equal((SpeechAct.Correct, Intent.InpatientRatio), (request.Act, request.Intent));
    }

    [Fact]
    public void OursIsAskedAfterAnotherInsurance()
    {
        var other = Bot.ReadOne("养老保险怎么交");
        var request = Assert.Single(Bot.Interpreter.Interpret("那医保呢", new Context { AskedBeside = other.OfOurs }, Bot.Today));

        Assert.Equal((Intent.OtherSocialInsurance, Intent.PaySteps), (other.Intent, request.Intent));
    }

    [Fact]
    public void APlaceAfterTheWishForAPersonAsksWhomToCallThere()
    {
        var context = new Context { LastIntent = Intent.PaySteps, AskedBeside = Intent.Contact };
        var request = Assert.Single(Bot.Interpreter.Interpret("我是诸暨的", context, Bot.Today));

        Assert.Equal((Intent.Contact, "浙江绍兴诸暨"), (request.Intent, request.Slots.Region?.Value.FullName));
    }

    [Theory]
    [InlineData("孩子7岁医保一年多少", "我呢", Intent.Premium)]
    [InlineData("新生儿怎么参保", "那我自己的呢", Intent.PaySteps)]
    [InlineData("住院报几成", "省外的呢", Intent.RemoteCare)]
    [InlineData("门诊报多少", "封顶呢", Intent.OutpatientRatio)]
    [InlineData("门诊能报多少", "核磁呢", Intent.OutpatientRatio)]
    [InlineData("靶向药能报吗", "进口的呢", Intent.CoverageScope)]
    [InlineData("居民医保一年多少", "上班的人呢", Intent.EmployeeInsurance)]
    public void AnEllipsisGoesToTheNeighbourThatItsWordsMean(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

    [Theory]
    [InlineData("孩子7岁医保一年多少", "那我呢，我在屋里种地，泸州古蔺的", Intent.Premium)]
    [InlineData("刚出生的娃医保怎么办", "我家老大上小学 他的呢", Intent.StudentChild)]
    [InlineData("医保几号截止", "我妹嫁到大埔去了 她呢", Intent.Deadline)]
    public void WhatIsToldBesideAnEllipsisBelongsToIt(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

    [Theory]
    [InlineData("医保一年多少钱", "低保户呢", Intent.LowIncomeAid)]
    [InlineData("残疾人要交多少医保", "我老婆没残疾呢", Intent.Premium)]
    [InlineData("我人在东莞医保是玉林的住院怎么报", "要是我回老家住院呢", Intent.InpatientRatio)]
    [InlineData("刚出生的娃医保怎么办", "之前住院的钱还能报吗", Intent.Newborn)]
    [InlineData("手机上怎么交居民医保", "村里呢", Intent.PayChannel)]
    [InlineData("住院花了三万四能报多少", "那起付线多少", Intent.InpatientRatio)]
    [InlineData("住院报多少 我在杭州", "医保是上饶的", Intent.RemoteCare)]
    [InlineData("医保怎么交", "我不会用手机", Intent.PayChannel)]
    [InlineData("医保怎么交", "没得微信", Intent.PayChannel)]
    [InlineData("我奶奶八十七了 医保一年多少钱", "她还用交吗", Intent.LowIncomeAid)]
    public void WhoAndWhereChangeWhatIsAsked(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

    [Theory]
    [InlineData("职工呢")]
    [InlineData("要是交职工的呢")]
    [InlineData("灵活就业呢")]
    [InlineData("不对 我问的是职工医保")]
    public void AnotherInsuranceNamedByAnEllipsisIsAsked(string message) =>
        Assert.Equal(Intent.EmployeeInsurance, After("居民医保多少钱一年", message).Intent);

    [Fact]
    public void OursIsAskedAfterAnEllipsisOnAnotherInsurance()
    {
        var ofOurs = Bot.Interpreter.Interpret("学平险呢", new Context { AskedBeside = Intent.Premium }, Bot.Today)[0].OfOurs;

        Assert.Equal(Intent.Premium, ofOurs);
    }

    [Fact]
    public void WhatIsPutAsideIsNotAsked() =>
        Assert.Equal(Intent.InpatientRatio, After("惠民保值得买吗", "先不管惠民保，居民医保住院给报几成").Intent);

    [Theory]
    [InlineData("再往前一年呢", 2024)]
    [InlineData("再往后一年呢", 2026)]
    public void AYearBesideTheOneSpokenOfIsCountedFromIt(string message, int year) =>
        Assert.Equal(year, After("2025年医保个人交多少", message).Slots.Year?.Value);

    [Fact]
    public void ABareSumReplacesTheBillThatIsReckoned() =>
        Assert.Equal(27_350m, After("县医院住院花了2万6能报多少", "刚出的单子 27350").Slots.AmountYuan?.Value);

    [Fact]
    public void WhatWasLeftToPayTellsHowSeriousAndIsNoBill()
    {
        var share = After("大病保险怎么报", "自付部分七万六").Slots.AmountYuan;
        var bill = Bot.Interpreter.Interpret("住院能报多少钱帮我算算", new Context { LastIntent = Intent.SeriousIllness, Remembered = new Slots { AmountYuan = share } }, Bot.Today)[0].Slots.AmountYuan;

        Assert.Equal((76_000m, null), (share?.Value, bill));
    }

    [Fact]
    public void WhoPaysAsAResidentIsNoLongerSelfEmployed() =>
        Assert.Null(After("我没有工作 交居民还是灵活就业好", "那居民的多少钱一年").Slots.Persons);

    [Fact]
    public void ANewbornsInsuranceIsAskedAfterABillWhichIsDropped()
    {
        var request = After("我老婆剖腹产花了九千 能报多少", "娃刚出生的医保呢");

        Assert.Equal((Intent.Newborn, null), (request.Intent, request.Slots.AmountYuan));
    }

    [Fact]
    public void WhoIsNamedAgainKeepsTheAge() => Assert.Equal(85, After("我阿婆85岁 医保交多少", "老人要带什么去").Slots.AgeYears?.Value);

    [Fact]
    public void SmallTalkForgetsNothing() =>
        Assert.Equal("浙江宁波", After("杭州医保转到宁波怎么转", "今天好累").Slots.Destination?.Value.FullName);

    [Fact]
    public void AWayToPayThatOneLacksIsNotChosen() => Assert.Null(After("居民医保怎么交", "我没有微信").Slots.Channel);

    [Fact]
    public void AWayToPayThatOneDistrustsGivesWayToTheOther() =>
        Assert.Equal(Policy.Care.PayChannel.Bank, After("微信能交医保吗", "我不放心微信，银行柜台呢").Slots.Channel?.Value);

    [Fact]
    public void RestartForgetsEverything()
    {
        var request = After("廊坊医保什么时候交", "重新来");

        Assert.Equal((SpeechAct.Restart, Slots.None), (request.Act, request.Slots));
    }

    private static Request After(string first, string then)
    {
        var before = Bot.Read(first)[^1];
        return Assert.Single(Bot.Interpreter.Interpret(then, new Context { LastIntent = before.Intent, Remembered = before.Slots }, Bot.Today));
    }
}

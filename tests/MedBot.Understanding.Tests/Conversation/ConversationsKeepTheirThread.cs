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
    public void AnEllipsisGoesToTheNeighbourThatItsWordsMean(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

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

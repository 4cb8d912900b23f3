namespace MedBot.Understanding.Tests.Conversation;

public sealed class WhatIsToldGoesOn
{
    [Theory]
    [InlineData("帮我看下我医保交没交", "村会计收的", Intent.PaymentRecord)]
    [InlineData("门诊能报多少", "学校在咸阳", Intent.OutpatientRatio)]
    [InlineData("怎么给老人交医保", "两个老人 一个76一个74", Intent.PaySteps)]
    [InlineData("职工医保和居民医保哪个好", "我跑出租的没单位", Intent.ResidentVsEmployee)]
    public void AStatementAsksNothingNew(string first, string then, Intent intent) =>
        Assert.Equal((SpeechAct.Vary, intent), (After(first, then).Act, After(first, then).Intent));

    [Theory]
    [InlineData("医保什么时候交", "石家庄缴费标准", Intent.Premium)]
    [InlineData("医保多少钱", "我断了三年没交", Intent.LateOrLapse)]
    [InlineData("医保多少钱", "我爸住院花了三万二", Intent.Calculate)]
    [InlineData("居民医保多少钱", "我不会用手机", Intent.PayChannel)]
    public void WhatNamesItsQuestionOrIsAStoryOfItsOwnAsks(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

    [Fact]
    public void AFewWordsThatTurnToSomethingElseAskTheSame() =>
        Assert.Equal((SpeechAct.Vary, Intent.CoverageScope), (After("被狗咬了打针给报吗", "猫抓的呢").Act, After("被狗咬了打针给报吗", "猫抓的呢").Intent));

    [Fact]
    public void WhoHasMovedIsAskedAboutThere()
    {
        var request = After("渠县合作医疗收到几号", "哎呀我户口迁到大竹了");

        Assert.Equal((Intent.Deadline, "四川达州大竹"), (request.Intent, request.Slots.Region?.Value.FullName));
    }

    [Fact]
    public void WhereCareWasSpokenOfIsElsewhereOnceThePlaceOfInsuranceIsNamed()
    {
        var slots = After("深圳住院报多少", "医保是大冶的").Slots;

        Assert.Equal(("湖北黄石大冶", "广东深圳"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Theory]
    [InlineData("住院报多少", "还没出院", Intent.InpatientRatio)]
    [InlineData("医保怎么交", "一家4口", Intent.PaySteps)]
    [InlineData("医保多少钱", "不在老家了", Intent.Premium)]
    [InlineData("大学生医保要在学校交吗", "我家里那边交过了", Intent.StudentChild)]
    [InlineData("磁共振报不报", "门诊做的", Intent.CoverageScope)]
    [InlineData("住院花了八千六能报多少", "是生孩子住的院", Intent.Calculate)]
    [InlineData("住院花了三万能报多少 老家固镇", "在杭州住的", Intent.Calculate)]
    public void AFewWordsThatTellAskNothing(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

    [Fact]
    public void WhereSomebodyIsTreatedIsTold()
    {
        var slots = After("外地看病回来怎么报", "在西安看的").Slots;

        Assert.Equal((null, "陕西西安"), (slots.Region, slots.Destination?.Value.FullName));
    }

    [Fact]
    public void TheHospitalThatIsToldMayStandElsewhere()
    {
        var slots = After("在外地住院没备案 医保在六安", "住的是上海的医院").Slots;

        Assert.Equal(("安徽六安", "上海"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Fact]
    public void WhoPaysForOthersIsNotWhereTheyAreInsured() =>
        Assert.Equal("黑龙江伊春铁力", After("黑龙江伊春铁力医保开始交了吗", "我在上海 可以帮他们交吗").Slots.Region?.Value.FullName);

    [Fact]
    public void WhereOneIsIsNotWhereOneIsInsured()
    {
        var slots = After("参保在湟源 外地住院没备案能报吗", "人在兰州").Slots;

        Assert.Equal(("青海西宁湟源", "甘肃兰州"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Theory]
    [InlineData("孩子7岁医保一年多少", "大人也这个数不", Intent.Premium)]
    [InlineData("残疾人要交多少医保", "我婆娘没残疾 她交多少", Intent.Premium)]
    [InlineData("大病保险低保户有没有照顾", "他们一年交多少", Intent.LowIncomeAid)]
    [InlineData("低保户要交医保吗", "她要是住院呢", Intent.InpatientRatio)]
    [InlineData("医保卡丢了怎么补", "支付宝里可以吗", Intent.CardOrEcert)]
    [InlineData("外地住院回来报销要什么材料", "多久能到账", Intent.RemoteCare)]
    [InlineData("我妈高血压", "天天吃药 能报不", Intent.ChronicSpecial)]
    [InlineData("银行能交医保吗", "要带什么去", Intent.PayChannel)]
    [InlineData("医保断了四年了", "还能交吗", Intent.LateOrLapse)]
    [InlineData("去年医保没交", "补的话多少钱", Intent.LateOrLapse)]
    [InlineData("在外地住院医保能用吗", "没备案 现在补来得及么", Intent.RemoteCare)]
    [InlineData("医保码扫不出来", "在药店呢", Intent.CardOrEcert)]
    [InlineData("老婆要生了 剖腹产报多少", "那娃的医保咋办", Intent.Newborn)]
    [InlineData("宝宝刚出生怎么上医保", "我生他住院的钱能报多少", Intent.Maternity)]
    [InlineData("医保一年多少钱", "八十多的老人还要交吗", Intent.LowIncomeAid)]
    [InlineData("怎么查医保交没交上", "要没交上现在还能交不", Intent.Deadline)]
    [InlineData("我是残疾人 医保要交多少钱", "我老婆身体好的 她交多少", Intent.Premium)]
    public void TheQuestionFollowsWhoAndWhatIsSpokenOf(string first, string then, Intent intent) =>
        Assert.Equal(intent, After(first, then).Intent);

    [Fact]
    public void TheMotherIsNotTheNewborn() => Assert.Null(After("新生儿怎么参保", "那我生孩子的钱能报不").Slots.Persons);

    [Fact]
    public void AGradeOfDisabilityIsNoHospital() => Assert.Null(After("残疾人医保减不减", "二级的").Slots.HospitalLevel);

    private static Request After(string first, string then)
    {
        var before = Bot.Read(first)[^1];
        return Assert.Single(Bot.Interpreter.Interpret(then, new Context { LastIntent = before.Intent, Remembered = before.Slots }, Bot.Today));
    }
}

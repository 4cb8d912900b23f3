namespace MedBot.Understanding.Tests.Scoring;

public sealed class LookAlikesPart
{
    [Theory]
    [InlineData("养老保险怎么交", Intent.OtherSocialInsurance)]
    [InlineData("养老保险一年交多少", Intent.OtherSocialInsurance)]
    [InlineData("养老保险断了能补吗", Intent.OtherSocialInsurance)]
    [InlineData("养老缴费记录在哪查", Intent.OtherSocialInsurance)]
    [InlineData("养老能在微信交吗", Intent.OtherSocialInsurance)]
    [InlineData("好医保能报多少", Intent.CommercialInsurance)]
    [InlineData("惠民保什么时候交", Intent.CommercialInsurance)]
    [InlineData("支付宝上的百万医疗险怎么退", Intent.CommercialInsurance)]
    [InlineData("职工医保缴费比例是多少", Intent.EmployeeInsurance)]
    [InlineData("居民医保住院报销比例是多少", Intent.InpatientRatio)]
    [InlineData("什么时候进医保目录", Intent.CoverageScope)]
    [InlineData("什么时候交医保", Intent.Deadline)]
    [InlineData("献血能报销吗", Intent.Other)]
    [InlineData("电费在支付宝怎么交", Intent.Other)]
    [InlineData("医保局电话", Intent.Contact)]
    [InlineData("医保局说要等三个月是真的吗", Intent.LateOrLapse)]
    [InlineData("糖尿病能吃西瓜吗", Intent.MedicalAdvice)]
    [InlineData("糖尿病的药能报吗", Intent.ChronicSpecial)]
    [InlineData("膝盖换不换", Intent.MedicalAdvice)]
    [InlineData("低保一个月发多少", Intent.OtherSocialInsurance)]
    [InlineData("低保户医保交多少", Intent.LowIncomeAid)]
    [InlineData("你对台湾的事怎么看", Intent.Other)]
    public void EachIsWhatItIs(string message, Intent intent) => Assert.Equal(intent, Bot.ReadOne(message).Intent);

    [Fact]
    public void ADepositIsNoBillToReckonWith() => Assert.NotEqual(Intent.Calculate, Bot.Read("住院押金交了5000退不退")[0].Intent);

    [Fact]
    public void TheSameMessageIsReadTheSameEveryTime()
    {
        var (one, other) = (Bot.ReadOne("廊坊住院报多少"), new Interpreter(Bot.Lexicon, Bot.Regions).Interpret("廊坊住院报多少", Context.Empty, Bot.Today)[0]);

        Assert.Equal(one.Candidates.AsEnumerable(), other.Candidates);
    }
}

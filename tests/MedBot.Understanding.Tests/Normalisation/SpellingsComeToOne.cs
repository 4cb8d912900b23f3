namespace MedBot.Understanding.Tests.Normalisation;

public sealed class SpellingsComeToOne
{
    [Theory]
    [InlineData("居民醫保一年要交多少錢", Intent.Premium)]
    [InlineData("yibao yinian duoshao qian", Intent.Premium)]
    [InlineData("jumin yibao shenme shihou jiao", Intent.Deadline)]
    [InlineData("住院报肖比列是多少", Intent.InpatientRatio)]
    [InlineData("门珍报消多少", Intent.OutpatientRatio)]
    [InlineData("医宝几时交", Intent.Deadline)]
    [InlineData("医保缴废记录在哪查", Intent.PaymentRecord)]
    [InlineData("😊您好，麻烦问一下哈，居民医保几号截止？谢谢🙏", Intent.Deadline)]
    [InlineData("ＣＴ能报吗", Intent.CoverageScope)]
    public void TyposPinyinTraditionalAndFillersChangeNothing(string message, Intent intent) =>
        Assert.Equal(intent, Bot.ReadOne(message).Intent);

    [Theory]
    [InlineData("医保咋个交", Intent.PaySteps)]
    [InlineData("医保几时截止", Intent.Deadline)]
    [InlineData("细路嘅医保点交", Intent.StudentChild)]
    [InlineData("住院医保报几多", Intent.InpatientRatio)]
    [InlineData("啥辰光交医保", Intent.Deadline)]
    [InlineData("这医保一年得多儿钱", Intent.Premium)]
    [InlineData("俺爹住院能报几成", Intent.InpatientRatio)]
    [InlineData("伢子刚生下来么样办医保", Intent.Newborn)]
    public void DialectIsUnderstood(string message, Intent intent) =>
        Assert.Equal(intent, Bot.ReadOne(message).Intent);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？？？")]
    [InlineData("🙂🙂")]
    [InlineData("\u0000\u0001")]
    [InlineData("\ud800")]
    public void AMessageWithoutWordsIsOneUnclearRequest(string message) =>
        Assert.Equal((Intent.Other, true), (Bot.ReadOne(message).Intent, Bot.ReadOne(message).Confidence < Certainty.Unknown));

    [Fact]
    public void OnlyTheFirstTwoThousandCharactersAreRead() =>
        Assert.Contains(Bot.Read(new string('交', 5000))[0].Why, line => line.Contains("2000", StringComparison.Ordinal));
}

namespace MedBot.Understanding.Tests.Splitting;

public sealed class SeveralQuestionsAreReadOneByOne
{
    [Theory]
    [InlineData("什么时候交居民医保，一年多少钱", new[] { Intent.Deadline, Intent.Premium })]
    [InlineData("住院报多少，门诊又报多少", new[] { Intent.InpatientRatio, Intent.OutpatientRatio })]
    [InlineData("南昌的门诊和住院都报多少", new[] { Intent.OutpatientRatio, Intent.InpatientRatio })]
    [InlineData("廊坊的 娃刚生下来怎么办医保 还有你们医保局电话给我一个", new[] { Intent.Newborn, Intent.Contact })]
    [InlineData("想问下北京 1老人医保交多少钱 2大病保险另外要钱不 3怎么查交没交", new[] { Intent.Premium, Intent.SeriousIllness, Intent.PaymentRecord })]
    [InlineData("高血压拿药报多少 种牙能不能报", new[] { Intent.ChronicSpecial, Intent.CoverageScope })]
    [InlineData("河北居民医保交多少 养老保险又交多少", new[] { Intent.Premium, Intent.OtherSocialInsurance })]
    public void EachHasItsIntent(string message, Intent[] intents) =>
        Assert.Equal(intents, Bot.Read(message).Select(request => request.Intent));

    [Fact]
    public void AnEllipsisAsksTheSameOfAnotherPlace()
    {
        var requests = Bot.Read("北京居民医保一年交多少，上海呢");

        Assert.Equal([(Intent.Premium, "北京"), (Intent.Premium, "上海")], requests.Select(request => (request.Intent, request.Slots.Region?.Value.FullName)));
    }

    [Fact]
    public void TwoPlacesListedTogetherAreBothAnswered() =>
        Assert.Equal(["贵州", "广东"], Bot.Read("贵州和广东的医保截止日期").Select(request => request.Slots.Region?.Value.FullName));

    [Fact]
    public void APlaceNamedOnceHoldsForAllQuestions() =>
        Assert.All(Bot.Read("石家庄居民医保交多少？在哪交？"), request => Assert.Equal("河北石家庄", request.Slots.Region?.Value.FullName));

    [Theory]
    [InlineData("我爸住院了，花了三万多，能报多少")]
    [InlineData("我今年没交，想问下还能不能补")]
    [InlineData("孩子3岁，没上幼儿园，医保怎么交")]
    [InlineData("没智能手机的老人 医保码怎么弄")]
    [InlineData("我高血压好多年了 拿药能报吗")]
    [InlineData("宝宝刚生没几天 医保要交多少钱")]
    [InlineData("那学生医保呢 怎么交")]
    [InlineData("挂个号开点药 凭什么一分不给报 门诊到底能不能报")]
    public void WhatIsOnlyToldIsNoQuestion(string message) => Assert.Single(Bot.Read(message));
}

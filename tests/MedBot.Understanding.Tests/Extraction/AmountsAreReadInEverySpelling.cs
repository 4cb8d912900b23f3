namespace MedBot.Understanding.Tests.Extraction;

public sealed class AmountsAreReadInEverySpelling
{
    [Theory]
    [InlineData("住院花了两万三能报多少", 23_000)]
    [InlineData("住院花了2万3能报多少", 23_000)]
    [InlineData("住院花了1.5w能报多少", 15_000)]
    [InlineData("住院花了12,000元能报多少", 12_000)]
    [InlineData("住院花了１２０００元能报多少", 12_000)]
    [InlineData("住院费一共3千5报多少", 3_500)]
    [InlineData("门诊花了一百二能报多少", 120)]
    [InlineData("总费用八万八千块报多少", 88_000)]
    [InlineData("花了一万零五百报多少", 10_500)]
    [InlineData("医药费¥4500能报多少", 4_500)]
    [InlineData("开刀花了4万2三级医院自己出多少", 42_000)]
    [InlineData("没住院 打了个点滴 四百七 能报多少", 470)]
    [InlineData("住院单子上写1876块 能报多少", 1_876)]
    [InlineData("住院开销一万八 二级医院 能报多少", 18_000)]
    [InlineData("住院花了一万九，不对，一共是两万一，能报多少", 21_000)]
    [InlineData("门诊拿药二百六 能返几个", 260)]
    public void TheBillIsWhatItCameTo(string message, double yuan) =>
        Assert.Equal((decimal)yuan, Bot.ReadOne(message).Slots.AmountYuan?.Value);

    [Theory]
    [InlineData("每年交400块贵不贵")]
    [InlineData("住院押金交了5000")]
    [InlineData("住院押金交了一万 医保给退吗")]
    [InlineData("住院先让交了两万押金 能报吗")]
    [InlineData("我妈今年70岁住院报多少")]
    [InlineData("打12393没人接")]
    [InlineData("一个月工资三千住院报多少")]
    [InlineData("花了几十万怎么办")]
    [InlineData("我爸在ICU一天一万 医保能报几成")]
    [InlineData("验个血花了八十能报不")]
    public void APremiumADepositWagesOrATelephoneNumberIsNoBill(string message) =>
        Assert.Null(Bot.Read(message)[0].Slots.AmountYuan);

    [Fact]
    public void AHundredAndTwentyYuanIsNoEmergencyCall() =>
        Assert.NotEqual(Policy.Care.CareKind.Emergency, Bot.ReadOne("村里拿高血压药花了120块 能报多少钱").Slots.Care?.Value);
}

namespace MedBot.Understanding.Tests.Extraction;

public sealed class PartsOfABillAreRead
{
    [Theory]
    [InlineData("信阳三级医院住院花了两万 其中自费3000 能报多少", 20_000, 3_000)]
    [InlineData("住院总共1.2万，自费药有两千五，二级医院报多少", 12_000, 2_500)]
    [InlineData("三甲住院花了30000 目录外的5000块", 30_000, 5_000)]
    public void WhatIsOutsideTheCatalogueIsNotTheBill(string message, double bill, double selfPaid)
    {
        var slots = Bot.ReadOne(message).Slots;

        Assert.Equal(((decimal)bill, (decimal)selfPaid), (slots.AmountYuan!.Value, slots.SelfPaidYuan!.Value));
    }

    [Theory]
    [InlineData("今年已经报了三千 这次住院花了两万能报多少", 3_000)]
    [InlineData("住院花了两万 前面住院报销了1.5万 还能报多少", 15_000)]
    public void WhatWasPaidEarlierInTheYearIsNotTheBill(string message, double paid)
    {
        var slots = Bot.Read(message)[0].Slots;

        Assert.Equal((20_000m, (decimal)paid), (slots.AmountYuan!.Value, slots.PaidThisYearYuan!.Value));
    }

    [Theory]
    [InlineData("三级医院住院花了一万 超限价200 能报多少", 200)]
    [InlineData("三级医院住院花了一万 五百块是超标准的 能报多少", 500)]
    public void WhatIsAboveTheRecognisedPriceIsNotTheBill(string message, double over)
    {
        var slots = Bot.Read(message)[0].Slots;

        Assert.Equal((10_000m, (decimal)over), (slots.AmountYuan!.Value, slots.OverLimitYuan!.Value));
    }

    [Theory]
    [InlineData("二级医院住院花了两万 乙类药三千 能报多少", 3_000)]
    [InlineData("住院花了两万 其中三千是乙类 能报多少", 3_000)]
    public void WhatIsOfClassBIsNotTheBill(string message, double classB)
    {
        var slots = Bot.Read(message)[0].Slots;

        Assert.Equal((20_000m, (decimal)classB), (slots.AmountYuan!.Value, slots.ClassBYuan!.Value));
    }

    [Fact]
    public void WhatIsNoTreatmentIsNeitherTheBillNorReckonedWith()
    {
        var slots = Bot.Read("三甲住院花了七万一 里头护工费三千 能报多少")[0].Slots;

        Assert.Equal((71_000m, null), (slots.AmountYuan!.Value, slots.SelfPaidYuan));
    }

    [Theory]
    [InlineData("今年第二次住院花了一万 三级医院报多少", 2)]
    [InlineData("我妈第3回住进医院花了一万能报多少", 3)]
    public void TheStayOfTheYearIsCounted(string message, int stay) =>
        Assert.Equal(stay, Bot.Read(message)[0].Slots.StayOfYear?.Value);

    [Theory]
    [InlineData("住院花了两万 不算自费的能报多少")]
    [InlineData("三级医院住院花了一万报多少")]
    [InlineData("第二年住院花了一万报多少")]
    public void WhatIsNotSaidIsNotRead(string message)
    {
        var slots = Bot.Read(message)[0].Slots;

        Assert.True(slots is { SelfPaidYuan: null, PaidThisYearYuan: null, StayOfYear: null });
    }
}

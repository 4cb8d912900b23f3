namespace MedBot.Understanding.Tests.Extraction;

public sealed class DaysAreBirthsOrPayments
{
    [Theory]
    [InlineData("孩子10月3号出生的怎么上医保", "2026-10-03")]
    [InlineData("我家娃去年12月1号在秦皇岛生的 今天办医保还赶得上不", "2025-12-01")]
    [InlineData("宝宝2026-09-15出生医保怎么办", "2026-09-15")]
    [InlineData("刚生20天怎么上医保", "2026-11-01")]
    [InlineData("娃昨天出生的医保怎么办", "2026-11-20")]
    [InlineData("宝宝12号生的 医保几天内办", "2026-11-12")]
    public void ABirthdayIsReadFromItsVerb(string message, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Bot.ReadOne(message).Slots.BirthDate?.Value);

    [Fact]
    public void ADayOfPaymentIsNoBirthday()
    {
        var slots = Bot.Read("医保断了两年 10月8号刚交上 哪天开始算数")[0].Slots;

        Assert.Null(slots.BirthDate);
        Assert.Equal(new DateOnly(2026, 10, 8), slots.PaymentDate?.Value);
        Assert.Equal(2, slots.LapsedYears?.Value);
    }

    [Fact]
    public void TheYearOfABirthdayIsNotTheYearAskedAbout() =>
        Assert.Null(Bot.ReadOne("我家娃去年12月1号在秦皇岛生的 医保怎么办").Slots.Year);

    [Fact]
    public void AMonthOfBirthIsKnownWithoutTheDay() =>
        Assert.Equal(12, Bot.ReadOne("12月出生的新生儿要交几年").Slots.BirthMonth?.Value);

    [Theory]
    [InlineData("上个月补交的医保什么时候能用", "2026-10-01")]
    [InlineData("医保断了两年 3月份交上的 哪天能用", "2026-03-01")]
    public void AMonthOfPaymentIsKnownWithoutTheDay(string message, string month)
    {
        var slots = Bot.Read(message)[0].Slots;

        Assert.Equal((null, DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture)), (slots.PaymentDate, slots.PaymentMonth!.Value));
    }

    [Theory]
    [InlineData("断了三年还能补吗", 3)]
    [InlineData("两年没交医保了怎么办", 2)]
    [InlineData("去年忘了交有影响吗", 1)]
    [InlineData("去年嫌贵没买医保 今年买要等吗", 1)]
    [InlineData("从2023年开始就没交过", 3)]
    [InlineData("哦不止 前年也没交 两年", 2)]
    public void YearsWithoutCoverAreCounted(string message, int years) =>
        Assert.Equal(years, Bot.Read(message)[0].Slots.LapsedYears?.Value);
}

namespace MedBot.Understanding.Tests.Extraction;

public sealed class YearsAreThoseOfCover
{
    [Theory]
    [InlineData("血压高吃了十来年药 医保能报吗")]
    [InlineData("农合交了快20年还要交吗")]
    public void ASpanIsNoYear(string message) => Assert.Null(Bot.ReadOne(message).Slots.Year);

    [Theory]
    [InlineData("今年医保交多少", 2026)]
    [InlineData("明年医保交多少", 2027)]
    [InlineData("去年医保交多少", 2025)]
    [InlineData("2025年度医保交多少", 2025)]
    [InlineData("25年医保交多少", 2025)]
    [InlineData("二〇二五年医保交多少", 2025)]
    [InlineData("今年交明年的医保多少钱", 2027)]
    [InlineData("都11月下旬了 27年的医保还没交 最晚能拖到哪天", 2027)]
    public void AYearIsReadInEverySpelling(string message, int year) =>
        Assert.Equal(year, Bot.ReadOne(message).Slots.Year?.Value);

    [Theory]
    [InlineData("职工医保要交满25年吗")]
    [InlineData("我妈今年70交多少")]
    [InlineData("医保费跟去年比多了多少")]
    [InlineData("娃上一年级 学校催交医保")]
    [InlineData("断了两年怎么补")]
    public void ASpanAnAgeAComparisonOrASchoolYearIsNone(string message) =>
        Assert.Null(Bot.Read(message)[0].Slots.Year);
}

namespace MedBot.Understanding.Tests.Extraction;

public sealed class EmployeeCoverHasAnEnd
{
    [Fact]
    public void ADayIsSaid()
    {
        var end = Bot.Read("职工医保8月5号停的，现在交居民医保要等吗")[0].Slots.EmployeeCoverEnded;

        Assert.Equal((new DateOnly(2026, 8, 5), SlotOrigin.Said), (end!.Value, end.Origin));
    }

    [Theory]
    [InlineData("单位9月停的医保，现在交居民医保要等吗", "2026-09-01")]
    [InlineData("离职两个月了，交居民医保要等多久", "2026-09-21")]
    [InlineData("职工医保断了三个月，转居民医保要等多久", "2026-08-21")]
    public void AMonthOrASpanIsTheEarliestThatItCanBe(string message, string day)
    {
        var end = Bot.Read(message)[0].Slots.EmployeeCoverEnded;

        Assert.Equal((DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), SlotOrigin.Assumed), (end!.Value, end.Origin));
    }

    [Theory]
    [InlineData("居民医保断了三个月，要等多久")]
    [InlineData("8月5号交的居民医保哪天能用")]
    public void AnotherEndIsNone(string message) => Assert.Null(Bot.Read(message)[0].Slots.EmployeeCoverEnded);
}

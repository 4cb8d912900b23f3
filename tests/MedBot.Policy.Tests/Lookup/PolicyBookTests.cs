using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Tests.Records;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tests.Lookup;

public sealed class PolicyBookTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void TheNearestLayerWithARecordAnswers()
    {
        var book = Book(Standing("nation", Region.Nation), Standing("province", Sample.Province), Standing("city", Sample.City));

        Assert.Equal(["city"], Ids(book.Find<PremiumTable>(Sample.County, Today)));
        Assert.Equal(["province"], Ids(book.Find<PremiumTable>(Sample.Province, Today)));
        Assert.Equal(Sample.City, book.Find<PremiumTable>(Sample.County, Today).Layer);
    }

    [Fact]
    public void TablesThatDoNotMeetTheConditionDoNotHideTheLayerAbove()
    {
        var book = Book(Standing("nation", Region.Nation), Standing("city", Sample.City));

        Assert.Equal(["nation"], Ids(book.Find<PremiumTable>(Sample.City, Today, condition: table => table.Record.Id != "city")));
    }

    [Fact]
    public void ANearLayersPastStillAnswersBeforeAFarLayersPresent()
    {
        var book = Book(Standing("nation", Region.Nation), OfYear("city", 2024));

        var found = book.Find<PremiumTable>(Sample.City, Today);

        Assert.Equal(["city"], Ids(found));
        Assert.Equal(PeriodStatus.Expired, found.Status);
        Assert.False(found.IsCurrent);
    }

    [Fact]
    public void CurrentGoesBeforeToComeAndToComeBeforePast()
    {
        var book = Book(OfYear("past", 2025), OfYear("present", 2026), OfYear("coming", 2027));

        Assert.Equal(["present"], Ids(book.Find<PremiumTable>(Sample.City, Today)));
        Assert.Equal(["coming"], Ids(Book(OfYear("past", 2025), OfYear("coming", 2027)).Find<PremiumTable>(Sample.City, Today)));
    }

    [Fact]
    public void OfThePastOnlyTheNewestIsTold() =>
        Assert.Equal(["2025"], Ids(Book(OfYear("2023", 2023), OfYear("2025", 2025), OfYear("2024", 2024)).Find<PremiumTable>(Sample.City, Today)));

    [Fact]
    public void SeveralVersionsOfOneDayAreAllTold() =>
        Assert.Equal(["one", "two"], Ids(Book(Standing("one", Sample.City), Standing("two", Sample.City)).Find<PremiumTable>(Sample.City, Today)));

    [Fact]
    public void AYearThatIsNamedFindsItsOwnVersionThoughItHasPassed()
    {
        var found = Book(OfYear("2025", 2025), OfYear("2026", 2026)).Find<PremiumTable>(Sample.City, Today, benefitYear: 2025);

        Assert.Equal(["2025"], Ids(found));
        Assert.Equal(PeriodStatus.Expired, found.Status);
    }

    [Fact]
    public void TheBenefitYearIsNotTheYearOfThePeriod()
    {
        var collectedEarlier = Sample.Premium(Sample.Record("window", first: new DateOnly(2025, 9, 1), last: new DateOnly(2025, 12, 31), benefitYear: 2026), 400);
        var book = Book(collectedEarlier);

        Assert.Equal(["window"], Ids(book.Find<PremiumTable>(Sample.City, Today, benefitYear: 2026)));
        Assert.True(book.Find<PremiumTable>(Sample.City, Today, benefitYear: 2025).IsEmpty);
    }

    [Fact]
    public void AStandingRuleSpeaksOfEveryYearThatItTouches()
    {
        var book = Book(Sample.Premium(Sample.Record("rule", first: new DateOnly(2024, 6, 1), last: new DateOnly(2026, 1, 1)), 400));

        Assert.True(book.Find<PremiumTable>(Sample.City, Today, benefitYear: 2023).IsEmpty);
        Assert.Equal(["rule"], Ids(book.Find<PremiumTable>(Sample.City, Today, benefitYear: 2024)));
        Assert.Equal(["rule"], Ids(book.Find<PremiumTable>(Sample.City, Today, benefitYear: 2026)));
        Assert.True(book.Find<PremiumTable>(Sample.City, Today, benefitYear: 2027).IsEmpty);
    }

    [Fact]
    public void AStandingRuleDoesNotHideThatYearsOwnVersion()
    {
        var found = Book(Standing("rule", Sample.City), OfYear("2025", 2025)).Find<PremiumTable>(Sample.City, Today, benefitYear: 2025);

        Assert.Equal(["rule", "2025"], Ids(found));
        Assert.Equal(PeriodStatus.Current, found.Status);
    }

    [Fact]
    public void AYearThatNobodySpeaksOfIsNotFound()
    {
        var found = Book(OfYear("2026", 2026)).Find<PremiumTable>(Sample.County, Today, benefitYear: 2027);

        Assert.True(found.IsEmpty);
        Assert.Equal(Sample.County, found.Layer);
    }

    [Fact]
    public void OneLayerIsAskedWithoutLookingFartherUp()
    {
        var book = Book(Standing("nation", Region.Nation));

        Assert.True(book.At<PremiumTable>(Sample.City, Today).IsEmpty);
        Assert.Equal(["nation"], Ids(book.At<PremiumTable>(Region.Nation, Today)));
    }

    [Fact]
    public void AKindOfTableIsNotTakenForAnother() =>
        Assert.True(Book(Standing("nation", Region.Nation)).Find<InpatientTable>(Sample.City, Today).IsEmpty);

    private static PolicyBook Book(params PolicyTable[] tables) => new(tables, []);

    private static PremiumTable Standing(string id, Region place) => Sample.Premium(Sample.Record(id, place), 400);

    private static PremiumTable OfYear(string id, int year) =>
        Sample.Premium(Sample.Record(id, Sample.City, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year), 400);

    private static IEnumerable<string> Ids<T>(Finding<T> finding)
        where T : PolicyTable => finding.Tables.Select(table => table.Record.Id);
}

using MedBot.Knowledge.Upkeep;

namespace MedBot.Knowledge.Tests.Upkeep;

/// <summary>The table of the small folder holds from 2025-01-01 to 2025-12-31 and was checked on 2025-02-01.</summary>
public sealed class UpkeepReportTests
{
    private const string Table = "langfang-premiums-2025";

    [Theory]
    [InlineData("2025-10-31", null)]
    [InlineData("2025-11-01", 60)]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-01", null)]
    public void ARecordIsReportedFromSixtyDaysBeforeItsEndToItsLastDay(string today, int? left)
    {
        using var folder = new KnowledgeFolder();

        var ending = UpkeepReport.Of(folder.Load(), DateOnly.Parse(today)).Ending;

        Assert.Equal(left, ending.Select(one => (int?)one.Days).SingleOrDefault());
    }

    [Theory]
    [InlineData("2025-07-31", null)]
    [InlineData("2025-08-01", 181)]
    [InlineData("2026-01-01", null)]
    public void ARecordThatHoldsIsReportedWhenNobodyCheckedItForLong(string today, int? days)
    {
        using var folder = new KnowledgeFolder();

        var forgotten = UpkeepReport.Of(folder.Load(), DateOnly.Parse(today)).Unchecked;

        Assert.Equal(days, forgotten.Where(one => one.Record.Id == Table).Select(one => (int?)one.Days).SingleOrDefault());
    }

    [Fact]
    public void ADocumentThatNoRecordNamesIsReported()
    {
        using var folder = new KnowledgeFolder().Write("sources/forgotten.yaml", "title: 忘了用的通知\nconfidence: official\n");

        Assert.Equal(["forgotten"], UpkeepReport.Of(folder.Load(), new DateOnly(2025, 6, 1)).UnusedSources.Select(source => source.Id));
    }
}

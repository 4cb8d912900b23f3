namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>A run of days for which no version speaks is told, unless the later version says why.</summary>
public sealed class Gaps
{
    private const string Later = """

          - id: langfang-premiums-2027
            benefit_year: 2027
            from: 2027-01-01
            to: 2027-12-31
            source: { document: notice }
            checked_on: 2025-02-01
            rows:
              - { group: resident, own_yuan: 500 }
        """;

    [Fact]
    public void AYearBetweenTwoVersionsIsMissed()
    {
        using var folder = new KnowledgeFolder().Write(KnowledgeFolder.Table, KnowledgeFolder.GoodTable + Later);

        var problem = Assert.Single(folder.Problems());

        Assert.Equal((KnowledgeFolder.Table, 13), (problem.File, problem.Line));
        Assert.Contains("2026-01-01 到 2026-12-31 没有“居民个人缴费标准（每人每年）”", problem.Problem, StringComparison.Ordinal);
        Assert.Contains("gap_before", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void AGapWithItsReasonIsRight()
    {
        using var folder = new KnowledgeFolder().Write(KnowledgeFolder.Table, KnowledgeFolder.GoodTable + Later.Replace("    rows:", "    gap_before: 那一年的通知没有找到\n    rows:", StringComparison.Ordinal));

        Assert.Contains(folder.Load().Records, record => record.WhyGapBefore == "那一年的通知没有找到");
    }

    [Fact]
    public void DaysThatMeetAreNoGap()
    {
        using var folder = new KnowledgeFolder().Write(KnowledgeFolder.Table, KnowledgeFolder.GoodTable + Later.Replace("from: 2027-01-01", "from: 2026-01-01", StringComparison.Ordinal));

        Assert.Equal(3, folder.Load().Records.Count());
    }
}

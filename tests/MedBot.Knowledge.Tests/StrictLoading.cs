namespace MedBot.Knowledge.Tests;

/// <summary>What is wrong in a file stops the load and is told with file, line and what was expected.</summary>
public sealed class StrictLoading
{
    [Fact]
    public void ARightFolderLoads()
    {
        using var folder = new KnowledgeFolder();

        Assert.Equal("至少400元", folder.Load().Book.Tables.Single().Figures.Single().Text);
    }

    [Theory]
    [InlineData("own_yuan: 至少 400", "own_yaun: 至少 400", 11, "不认识的键“own_yaun”", "own_yuan")]
    [InlineData("own_yuan: 至少 400", "own_yuan: 四百", 11, "写成了“四百”", "数字")]
    [InlineData("group: resident", "group: everybody", 11, "写成了“everybody”", "resident")]
    [InlineData("checked_on: 2025-02-01", "", 4, "缺少“checked_on”", "日期")]
    [InlineData("from: 2025-01-01", "from: 2025-02-30", 6, "写成了“2025-02-30”", "日期")]
    [InlineData("to: 2025-12-31", "to: 2024-12-31", 7, "写成了“2024-12-31”", "不早于")]
    [InlineData("document: notice", "document: notices", 8, "写成了“notices”", "sources/")]
    [InlineData("region: \"131000\"", "region: \"131001\"", 2, "写成了“131001”", "131000")]
    [InlineData("table: premiums", "table: premium", 1, "写成了“premium”", "premiums")]
    [InlineData("benefit_year: 2025", "benefit_year: 25", 5, "写成了“25”", "整数")]
    [InlineData("checked_on: 2025-02-01", "checked_on: 2025-02-01\n    checked_on: 2025-02-01", 10, "重复", "")]
    [InlineData("checked_on: 2025-02-01", "checked_on: 2025-02-01\n    conflicts: [C01]", 0, "写成了“C01”", "conflicts.yaml")]
    [InlineData("checked_on: 2025-02-01", "checked_on: 2025-02-01\n    note: 最低缴380元", 4, "有数字 380", "数据项")]
    public void AMistakeInATableIsNamed(string right, string wrong, int line, string problem, string expected)
    {
        using var folder = new KnowledgeFolder().Write(KnowledgeFolder.Table, KnowledgeFolder.GoodTable.Replace(right, wrong, StringComparison.Ordinal));

        var found = Assert.Throws<KnowledgeException>(folder.Load).Problems[0];

        Assert.Equal(KnowledgeFolder.Table, found.File);
        if (problem != "重复")
            Assert.Contains(problem, found.Problem, StringComparison.Ordinal);
        Assert.Contains(expected, found.Expected, StringComparison.Ordinal);
        if (line > 0)
            Assert.Equal(line, found.Line);
    }

    [Fact]
    public void TwoVersionsForTheSameDayAreAnOverlap()
    {
        using var folder = new KnowledgeFolder().Write(
            "regions/131000-langfang/resident/premiums-again.yaml",
            KnowledgeFolder.GoodTable.Replace("premiums-2025", "premiums-again", StringComparison.Ordinal));

        var found = Assert.Throws<KnowledgeException>(folder.Load).Problems.Single();

        Assert.Contains("在同一天", found.Problem, StringComparison.Ordinal);
        Assert.Contains("日期不重叠", found.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdIsUsedOnce()
    {
        using var folder = new KnowledgeFolder().Write(
            "regions/131000-langfang/resident/premiums-2024.yaml",
            KnowledgeFolder.GoodTable.Replace("2025-", "2024-", StringComparison.Ordinal).Replace("benefit_year: 2025", "benefit_year: 2024", StringComparison.Ordinal));

        Assert.Contains("已经用过", Assert.Throws<KnowledgeException>(folder.Load).Problems.Single().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArticleShowsNoNumberWithoutAFigure()
    {
        using var folder = new KnowledgeFolder().Write("articles/fee.md", """
            ---
            id: fee
            region: "000000"
            topics: [premium]
            from: unstated
            to: open
            source: { document: notice }
            checked_on: 2025-02-01
            ---
            # 缴多少

            一年380元。
            """);

        Assert.Contains("有数字 380", Assert.Throws<KnowledgeException>(folder.Load).Problems.Single().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ARecordIsNotSurerThanItsSource()
    {
        using var folder = new KnowledgeFolder()
            .Write("sources/notice.yaml", "title: 网页\nconfidence: unverified\n")
            .Write(KnowledgeFolder.Table, KnowledgeFolder.GoodTable.Replace("checked_on:", "confidence: official\n    checked_on:", StringComparison.Ordinal));

        Assert.Contains("不高于来源", Assert.Throws<KnowledgeException>(folder.Load).Problems.Single().Expected, StringComparison.Ordinal);
    }
}

namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>Mistakes in sources, region folders and declared conflicts, and between files.</summary>
public sealed class BadSurroundings
{
    [Theory]
    [InlineData("title: 通知\n", "", 1, "缺少“title”", "一段文字")]
    [InlineData("confidence: official", "confidence: high", 2, "“confidence”写成了“high”", "official、reported、unverified")]
    [InlineData("title: 通知", "title: 通知\npublisher: 医保局", 2, "不认识的键“publisher”", "issuer")]
    [InlineData("title: 通知", "title: 通知\nissued: 2025年2月", 2, "“issued”写成了“2025年2月”", "日期")]
    public void AMistakeInASourceIsTold(string right, string wrong, int line, string problem, string expected)
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Source, right, wrong);

        var told = folder.Problems()[0];

        Assert.Equal((KnowledgeFolder.Source, line), (told.File, told.Line));
        Assert.Contains(problem, told.Problem, StringComparison.Ordinal);
        Assert.Contains(expected, told.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: 廊坊市", "name: 廊坊", 2, "“name”写成了“廊坊”", "廊坊市")]
    [InlineData("code: \"131000\"", "code: \"131001\"", 1, "“code”写成了“131001”", "国家行政区划里有的六位代码")]
    [InlineData("code: \"131000\"\nname: 廊坊市", "code: \"130100\"\nname: 石家庄市", 1, "“code”写成了“130100”", "与文件夹名开头的代码相同")]
    [InlineData("name: 廊坊市", "name: 廊坊市\nparent: \"130000\"", 3, "不认识的键“parent”", "code、name")]
    public void AMistakeInARegionFileIsTold(string right, string wrong, int line, string problem, string expected)
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Region, right, wrong);

        Told.Once(folder, KnowledgeFolder.Region, line, problem, expected);
    }

    [Fact]
    public void AFolderWithoutARegionFileIsTold()
    {
        using var folder = new KnowledgeFolder().Remove(KnowledgeFolder.Region);

        Told.Once(folder, KnowledgeFolder.Region, 1, "没有这个文件", "写明 code 和 name");
    }

    [Theory]
    [InlineData("regions/langfang/resident/premiums.yaml")]
    [InlineData("regions/13-lf/resident/premiums.yaml")]
    [InlineData("regions/premiums.yaml")]
    public void ATableOutsideARegionsFolderIsTold(string file)
    {
        using var folder = new KnowledgeFolder().Write(file, KnowledgeFolder.GoodTable);

        var told = folder.Problems().First(problem => problem.File == file);

        Assert.Contains("名字开头不是行政区划代码", told.Problem, StringComparison.Ordinal);
        Assert.Contains("regions/131000-langfang", told.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("told: 有的说至少400元，有的没有说。", "told: 有的说至少410元。", 2, "“C01”的文字里有数字 410", "某一方的数据项")]
    [InlineData("says: 廊坊说至少400元。", "says: 廊坊说至少420元。", 2, "“C01”的文字里有数字 420", "某一方的数据项")]
    [InlineData("advice: 以参保地为准。", "advice: 打12393问。", 2, "“C01”的文字里有数字 12393", "某一方的数据项")]
    [InlineData("region: \"131000\"", "region: \"131099\"", 6, "“region”写成了“131099”", "六位行政区划代码")]
    [InlineData("title: 缴多少\n    ", "", 2, "缺少“title”", "一段文字")]
    [InlineData("remark: 等通知。", "remarks: 等通知。", 8, "不认识的键“remarks”", "remark")]
    public void AMistakeInAConflictIsTold(string right, string wrong, int line, string problem, string expected)
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Conflicts, right, wrong);

        var told = folder.Problems()[0];

        Assert.Equal((KnowledgeFolder.Conflicts, line), (told.File, told.Line));
        Assert.Contains(problem, told.Problem, StringComparison.Ordinal);
        Assert.Contains(expected, told.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void AConflictThatNoRecordNamesIsTold()
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Conflicts, "conflicts:\n", "conflicts:\n  - { id: C02, title: 没人说, told: 没有哪一方。 }\n");

        Told.Once(folder, KnowledgeFolder.Conflicts, 2, "没有哪条记录写着 conflicts: [C02]", "至少一条记录是这个矛盾的一方");
    }

    [Fact]
    public void AConflictIsDeclaredOnce()
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Conflicts, "conflicts:\n", "conflicts:\n  - { id: C01, title: 又一条, told: 又说一遍。 }\n");

        Assert.Contains("编号“C01”写了两次", folder.Problems()[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoVersionsThatSpeakOfOneDayAreTold()
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Table, "    conflicts: [C01]\n", "")
            .Write("regions/131000-langfang/resident/premiums-again.yaml", KnowledgeFolder.GoodTable
                .Replace("langfang-premiums-2025", "langfang-premiums-again", StringComparison.Ordinal)
                .Replace("from: 2025-01-01", "from: 2025-12-31", StringComparison.Ordinal));

        Told.Once(folder, KnowledgeFolder.Table, 4, "在同一天对“居民个人缴费标准（每人每年）”都有规定", "两个版本的日期不重叠");
    }

    [Theory]
    [InlineData("from: 2025-01-01", "from: unstated", "to: 2025-12-31", "to: 2024-12-31")]
    [InlineData("benefit_year: 2025", "benefit_year: 2026", "checked_on: 2025-02-01", "checked_on: 2025-02-02")]
    public void VersionsOfOtherDaysOrYearsDoNotOverlap(string right, string other, string alsoRight, string alsoOther)
    {
        using var folder = new KnowledgeFolder().Write("regions/131000-langfang/resident/premiums-other.yaml", KnowledgeFolder.GoodTable
            .Replace("langfang-premiums-2025", "langfang-premiums-other", StringComparison.Ordinal)
            .Replace("    conflicts: [C01]\n", "", StringComparison.Ordinal)
            .Replace(right, other, StringComparison.Ordinal)
            .Replace(alsoRight, alsoOther, StringComparison.Ordinal));

        Assert.Equal(2, folder.Load().Book.Tables.Length);
    }

    [Fact]
    public void AnIdIsUsedOnceOverTablesAndArticles()
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Article, "id: fee", "id: langfang-premiums-2025");

        Told.Once(folder, KnowledgeFolder.Article, 2, "id“langfang-premiums-2025”在 regions/131000-langfang/resident/premiums.yaml:4 已经用过", "全库唯一的 id");
    }

    [Fact]
    public void ARecordIsNotSurerThanItsSource()
    {
        using var folder = new KnowledgeFolder()
            .Change(KnowledgeFolder.Source, "confidence: official", "confidence: unverified")
            .Change(KnowledgeFolder.Table, "conflicts: [C01]", "conflicts: [C01]\n    confidence: reported");

        var told = folder.Problems()[0];

        Assert.Equal((KnowledgeFolder.Table, 11), (told.File, told.Line));
        Assert.Contains("“confidence”写成了“reported”", told.Problem, StringComparison.Ordinal);
        Assert.Contains("不高于来源 notice 的可信度", told.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regions/131000-langfang/resident/outpatient.yml")]
    [InlineData("national/resident/说明.txt")]
    [InlineData("articles/payment/cash.markdown")]
    [InlineData("sources/notice.yaml.bak")]
    public void AFileThatNobodyReadsIsTold(string file)
    {
        using var folder = new KnowledgeFolder().Write(file, "什么也不是");

        Told.Once(folder, file, 1, "这里不读这种文件", "文件名以 .");
    }

    [Fact]
    public void ASourceInAFolderOfItsOwnIsTold()
    {
        using var folder = new KnowledgeFolder().Write("sources/hebei/notice.yaml", "title: 另一份\nconfidence: official\n");

        Told.Once(folder, "sources/hebei/notice.yaml", 1, "放得太深", "直接放在 sources/ 下");
    }

    [Fact]
    public void AMissingFolderIsTold()
    {
        using var folder = new KnowledgeFolder();
        var nowhere = Path.Combine(folder.Root, "nowhere");

        var told = Assert.Single(Assert.Throws<KnowledgeException>(() => KnowledgeLoader.Load(nowhere, KnowledgeFolder.Regions)).Problems);

        Assert.Contains("没有这个文件夹", told.Problem, StringComparison.Ordinal);
        Assert.Contains("Knowledge:Path", told.Expected, StringComparison.Ordinal);
    }
}

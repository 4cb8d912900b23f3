namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>One mistake each in a table that is otherwise right: told with file, line and what was expected.</summary>
public sealed class BadTables
{
    [Theory]
    [InlineData("table: premiums", "table: premium", 1, "“table”写成了“premium”", "premiums")]
    [InlineData("table: premiums\n", "", 1, "缺少“table”", "inpatient")]
    [InlineData("region: \"131000\"", "region: \"130000\"", 2, "“region”写成了“130000”", "所在文件夹的六位行政区划代码 131000")]
    [InlineData("region: \"131000\"", "region: \"131099\"", 2, "“region”写成了“131099”", "131000")]
    [InlineData("- id: langfang-premiums-2025\n", "- name: langfang\n", 4, "缺少“id”", "全库唯一")]
    [InlineData("benefit_year: 2025", "benefit_year: 25", 5, "“benefit_year”写成了“25”", "2000 到 2100 之间的整数")]
    [InlineData("benefit_year: 2025", "benefit_year: 二〇二五", 5, "“benefit_year”写成了“二〇二五”", "整数")]
    [InlineData("from: 2025-01-01", "from: 2025-02-30", 6, "“from”写成了“2025-02-30”", "unstated")]
    [InlineData("from: 2025-01-01", "from: 2025-1-1", 6, "“from”写成了“2025-1-1”", "日期，如 2025-02-28")]
    [InlineData("from: 2025-01-01", "from: open", 6, "“from”写成了“open”", "unstated")]
    [InlineData("from: 2025-01-01\n    ", "", 4, "缺少“from”", "unstated")]
    [InlineData("to: 2025-12-31", "to: 2024-12-31", 7, "“to”写成了“2024-12-31”", "不早于 from（2025-01-01）")]
    [InlineData("to: 2025-12-31", "to: unstated", 7, "“to”写成了“unstated”", "open")]
    [InlineData("source: { document: notice }", "source: { document: notices }", 8, "“document”写成了“notices”", "notice")]
    [InlineData("source: { document: notice }", "source: notice", 8, "“source”不是一层“键: 值”", "下一层")]
    [InlineData("source: { document: notice }", "source: { document: notice, page: 3 }", 8, "不认识的键“page”", "article")]
    [InlineData("    source: { document: notice }\n", "", 4, "缺少“source”", "下一层")]
    [InlineData("checked_on: 2025-02-01", "checked_on: 今天", 9, "“checked_on”写成了“今天”", "日期")]
    [InlineData("    checked_on: 2025-02-01\n", "", 4, "缺少“checked_on”", "日期")]
    [InlineData("checked_on: 2025-02-01", "checked_on:", 9, "“checked_on”没有值", "日期")]
    [InlineData("checked_on: 2025-02-01", "checked_on: ~", 9, "“checked_on”没有值", "日期")]
    [InlineData("conflicts: [C01]", "conflicts: [C01, C99]", 10, "“conflicts”写成了“C99”", "conflicts.yaml 里已有的编号")]
    [InlineData("conflicts: [C01]", "conflicts: C01", 10, "“conflicts”不是列表", "以“- ”开头")]
    [InlineData("conflicts: [C01]", "conflicts: [C01, \"\"]", 10, "“conflicts”里的一项是空的", "一项一段文字")]
    [InlineData("conflicts: [C01]", "conflicts: [C01]\n    shortcomings: [含糊]", 11, "“shortcomings”写成了“含糊”", "vague、cut_off、example")]
    [InlineData("conflicts: [C01]", "conflicts: [C01]\n    confidence: sure", 11, "“confidence”写成了“sure”", "official")]
    [InlineData("conflicts: [C01]", "conflicts: [C01]\n    note: 最低缴380元", 4, "“langfang-premiums-2025”的文字里有数字 380", "本条的数据项或 figures")]
    [InlineData("conflicts: [C01]", "conflicts: [C01]\n    note: 最低缴３８０元", 4, "的文字里有数字 380", "本条的数据项或 figures")]
    [InlineData("conflicts: [C01]", "conflicts: [C01]\n    reminder: 记得问", 11, "不认识的键“reminder”", "note")]
    [InlineData("group: resident", "group: everybody", 12, "“group”写成了“everybody”", "minimum_living")]
    [InlineData("own_yuan: 至少 400", "own_yaun: 至少 400", 12, "不认识的键“own_yaun”", "own_yuan")]
    [InlineData("own_yuan: 至少 400", "own_yuan: 四百", 12, "“own_yuan”写成了“四百”", "前面可加 至少、最高、约")]
    [InlineData("own_yuan: 至少 400", "own_yuan: 400以上", 12, "“own_yuan”写成了“400以上”", "50 至 70")]
    [InlineData("own_yuan: 至少 400", "own_yuan: -400", 12, "“own_yuan”写成了“-400”", "数字")]
    [InlineData("own_yuan: 至少 400", "own_yuan: 500 至 400", 12, "“own_yuan”写成了“500 至 400”", "数字")]
    [InlineData("own_yuan: 至少 400", "own_yuan: ４００", 12, "“own_yuan”写成了“４００”", "数字")]
    [InlineData("- { group: resident, own_yuan: 至少 400 }", "- 至少 400", 12, "“rows”里的一项不是“键: 值”", "一项一组“键: 值”")]
    [InlineData("- { group: resident, own_yuan: 至少 400 }", "- { own_yuan: 400 }\n      - { own_yuan: 410 }", 4, "“居民个人缴费标准（每人每年）”写了两次", "只写一次")]
    public void AMistakeIsToldWithItsLineAndWhatWasExpected(string right, string wrong, int line, string problem, string expected)
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Table, right, wrong);
        // Without its only table the conflict would have no side; that would be told too.
        folder.Write("national/resident/premiums.yaml", KnowledgeFolder.GoodTable.Replace("\"131000\"", "\"000000\"", StringComparison.Ordinal).Replace("langfang", "national", StringComparison.Ordinal));

        Told.Once(folder, KnowledgeFolder.Table, line, problem, expected);
    }

    [Theory]
    [InlineData("  - id: langfang-premiums-2025\n", "  - id: langfang-premiums-2025\n    id: again\n")]
    [InlineData("    benefit_year: 2025\n", "\tbenefit_year: 2025\n")]
    [InlineData("source: { document: notice }", "source: { document: notice")]
    public void WhatIsNotYamlIsToldAsSuch(string right, string wrong)
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Table, right, wrong);

        var told = folder.Problems()[0];

        Assert.Equal(KnowledgeFolder.Table, told.File);
        Assert.InRange(told.Line, 4, 12);
        Assert.Contains("YAML 写法有误", told.Problem, StringComparison.Ordinal);
        Assert.Contains("不重复写同一个键", told.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# 只有注释\n")]
    [InlineData("- 一项\n")]
    public void AFileWithoutKeysIsTold(string text)
    {
        using var folder = new KnowledgeFolder().Write(KnowledgeFolder.Table, text);

        var told = folder.Problems()[0];

        Assert.Equal((KnowledgeFolder.Table, 1), (told.File, told.Line));
        Assert.Contains("不是“键: 值”的形式", told.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyThatIsNoWordIsTold()
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Table, "conflicts: [C01]", "conflicts: [C01]\n    ? [一, 二]\n    : 三");

        Assert.Contains("不认识的键", folder.Problems()[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFileIsToldOfAndNotOnlyTheFirst()
    {
        using var folder = new KnowledgeFolder()
            .Change(KnowledgeFolder.Table, "own_yuan: 至少 400", "own_yuan: 四百")
            .Change(KnowledgeFolder.Article, "topics: [premium]", "topics: [fees]");

        Assert.Equal([KnowledgeFolder.Table, KnowledgeFolder.Article, KnowledgeFolder.Conflicts], folder.Problems().Select(problem => problem.File).Distinct());
    }
}

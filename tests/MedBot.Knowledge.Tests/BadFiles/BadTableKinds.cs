namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>Mistakes that only one kind of table can have.</summary>
public sealed class BadTableKinds
{
    [Theory]
    [InlineData("inpatient", "elsewhere: [{ case: 跨省, method: half, first_pay_percent: 10 }]", 9, "“method”写成了“half”", "minus_points、pay_first、own_terms、as_at_home")]
    [InlineData("inpatient", "elsewhere: [{ case: 跨省, method: pay_first, minus_points: 10 }]", 9, "缺少“first_pay_percent”", "数字")]
    [InlineData("inpatient", "elsewhere: [{ case: 跨省, method: as_at_home, minus_points: 10 }]", 9, "不认识的键“minus_points”", "case")]
    [InlineData("inpatient", "rows: [{ level: 三甲, ratio_percent: 60 }]", 9, "“level”写成了“三甲”", "tertiary")]
    [InlineData("inpatient", "rows: [{ level: tertiary, ratio_percent: 60, condition: 第2次减半 }]", 4, "有数字 2", "数据项")]
    [InlineData("outpatient", "rows: [{ level: primary, ratio_percent: 60 }]", 9, "缺少“care”", "two_diseases")]
    [InlineData("collection-windows", "first_day: 2026-09-01", 4, "缺少“last_day”", "日期")]
    [InlineData("collection-rules", "figures: [{ label: 开始, text: 9月1日 }]", 4, "缺少“rule”", "一段文字")]
    [InlineData("collection-rules", "rule: 每年9月1日起", 4, "有数字 9", "figures")]
    [InlineData("collection-rules", "{ rule: 每年, figures: [{ label: 开始 }] }", 0, "YAML 写法有误", "合法的 YAML")]
    [InlineData("collection-rules", "rule: 每年秋天\n    next_year_from: 九月", 10, "“next_year_from”写成了“九月”", "09-01")]
    [InlineData("aid", "premium: [{ group: poor, own_yuan: 0 }]", 9, "“group”写成了“poor”", "destitute")]
    [InlineData("serious-illness", "bands: [{ above_yuan: 10000 }]", 9, "缺少“ratio_percent”", "数字")]
    [InlineData("maternity", "rows: [{ amount_yuan: 700 }]", 9, "缺少“item”", "一段文字")]
    [InlineData("coverage", "item: 体检", 4, "缺少“covered”", "true 或 false")]
    [InlineData("coverage", "{ item: 体检, covered: 不报 }", 0, "YAML 写法有误", "合法的 YAML")]
    [InlineData("newborn", "cover_start: 出生", 9, "“cover_start”写成了“出生”", "birth、enrolment、next_year、payment")]
    [InlineData("newborn", "late_retroactive: 否", 9, "“late_retroactive”写成了“否”", "true 或 false")]
    [InlineData("waiting-periods", "exempt: [新生儿]", 9, "“exempt”写成了“新生儿”", "newborn")]
    [InlineData("comparison", "rows: [{ aspect: 怎么缴, resident: 按年 }]", 9, "缺少“employee”", "一段文字")]
    [InlineData("comparison", "rows: [{ aspect: 比例, resident: 一般50%, employee: 高些 }]", 4, "有数字 50", "figures")]
    [InlineData("contacts", "rows: [{ office: 医保局, purpose: 医保, phone: \"12393\" }]", 9, "“purpose”写成了“医保”", "insurance、payment、social_security")]
    [InlineData("contacts", "rows: [{ office: 医保局, purpose: insurance }]", 9, "缺少“phone”", "一段文字")]
    public void AMistakeIsToldWithItsLineAndWhatWasExpected(string table, string content, int line, string problem, string expected)
    {
        var file = $"regions/131000-langfang/resident/{table}.yaml";
        using var folder = new KnowledgeFolder().Write(file, $"""
            table: {table}
            region: "131000"
            versions:
              - id: langfang-{table}
                from: unstated
                to: open
                source: {"{ document: notice }"}
                checked_on: 2025-02-01
                {content}
            """);

        var told = Assert.Single(folder.Problems());

        Assert.Equal(file, told.File);
        Assert.Contains(problem, told.Problem, StringComparison.Ordinal);
        Assert.Contains(expected, told.Expected, StringComparison.Ordinal);
        if (line > 0)
            Assert.Equal(line, told.Line);
    }
}

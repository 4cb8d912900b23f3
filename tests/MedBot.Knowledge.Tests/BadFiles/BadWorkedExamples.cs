using System.Collections.Immutable;
using MedBot.Knowledge.Cases;

namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>Worked examples are read as strictly as the tables that they stand beside.</summary>
public sealed class BadWorkedExamples
{
    private const string File = "regions/131000-langfang/resident/premiums.cases.yaml";

    private const string Good = """
        cases:
          - name: 至少四百
            on: 2025-06-01
            given: { groups: [resident], level: tertiary, care: inpatient, total_yuan: 100.5, lapsed_years: 2, elsewhere: true }
            figures:
              - { label: 居民个人缴费标准（每人每年）, value: 至少400元, status: current }
            steps:
              - { name: 个人负担, yuan: 约 10 }
            kind: answer
            asks: [region]
        """;

    [Fact]
    public void ARightExampleIsRead()
    {
        var example = Assert.Single(Read(Good));

        Assert.Equal(("premiums", "131000", $"{File}:2"), (example.Table, example.Region.Code, example.Origin));
        Assert.Equal(100.5m, example.Given.TotalYuan);
    }

    [Theory]
    [InlineData("    on: 2025-06-01\n", "", 2, "缺少“on”", "日期")]
    [InlineData("name: 至少四百", "title: 至少四百", 2, "缺少“name”", "一段文字")]
    [InlineData("groups: [resident]", "groups: [居民]", 4, "“groups”写成了“居民”", "resident")]
    [InlineData("level: tertiary", "level: 三级", 4, "“level”写成了“三级”", "tertiary")]
    [InlineData("care: inpatient", "care: 住院", 4, "“care”写成了“住院”", "inpatient")]
    [InlineData("total_yuan: 100.5", "total_yuan: 一百", 4, "“total_yuan”写成了“一百”", "数字，如 0.5")]
    [InlineData("lapsed_years: 2", "lapsed_years: 200", 4, "“lapsed_years”写成了“200”", "0 到 100")]
    [InlineData("elsewhere: true", "elsewhere: 是", 4, "“elsewhere”写成了“是”", "true 或 false")]
    [InlineData("elsewhere: true", "abroad: true", 4, "不认识的键“abroad”", "elsewhere")]
    [InlineData("status: current", "status: 现行", 6, "“status”写成了“现行”", "current、expired、not_yet")]
    [InlineData("yuan: 约 10", "yuan: 十元", 8, "“yuan”写成了“十元”", "数字")]
    [InlineData("kind: answer", "kind: yes", 9, "“kind”写成了“yes”", "not_published")]
    [InlineData("asks: [region]", "asks: [where]", 10, "“asks”写成了“where”", "region")]
    [InlineData("asks: [region]", "expects: [region]", 10, "不认识的键“expects”", "says")]
    public void AMistakeIsToldWithItsLineAndWhatWasExpected(string right, string wrong, int line, string problem, string expected)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);

        var told = Assert.Single(Assert.Throws<KnowledgeException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal))).Problems);

        Assert.Equal((File, line), (told.File, told.Line));
        Assert.Contains(problem, told.Problem, StringComparison.Ordinal);
        Assert.Contains(expected, told.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExampleThatAsksForNothingProvesNothing()
    {
        var told = Assert.Single(Assert.Throws<KnowledgeException>(() => Read("cases:\n  - { name: 空的, on: 2025-06-01 }\n")).Problems);

        Assert.Contains("算例“空的”什么也没有要求", told.Problem, StringComparison.Ordinal);
        Assert.Contains("至少一样", told.Expected, StringComparison.Ordinal);
    }

    private static ImmutableArray<WorkedExample> Read(string text)
    {
        using var folder = new KnowledgeFolder().Write(File, text);
        return WorkedExampleReader.ReadAll(folder.Root, KnowledgeFolder.Regions);
    }
}

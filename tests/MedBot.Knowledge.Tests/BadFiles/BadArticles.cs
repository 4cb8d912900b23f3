namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>One mistake each in an article that is otherwise right.</summary>
public sealed class BadArticles
{
    [Theory]
    [InlineData("---\nid: fee", "id: fee", 1, "文章没有开头的说明", "---")]
    [InlineData("---\n# 缴多少", "# 缴多少", 1, "文章没有开头的说明", "末尾各有一行 ---")]
    [InlineData("# 缴多少\n", "", 13, "文章没有标题", "# 标题")]
    [InlineData("# 缴多少", "## 缴多少", 13, "文章没有标题", "# 标题")]
    [InlineData("\n一年380元。\n\n- 先问当地。", "", 13, "文章没有正文", "直接回答")]
    [InlineData("topics: [premium]", "topics: [fees]", 4, "“topics”写成了“fees”", "premium")]
    [InlineData("topics: [premium]\n", "", 2, "文章没有主题", "pay_steps")]
    [InlineData("region: \"000000\"", "region: \"999999\"", 3, "“region”写成了“999999”", "全国为 000000")]
    [InlineData("region: \"000000\"\n", "", 2, "缺少“region”", "六位行政区划代码")]
    [InlineData("questions: [要缴多少]", "channel: qq", 5, "“channel”写成了“qq”", "alipay")]
    [InlineData("questions: [要缴多少]", "persons: [老人]", 5, "“persons”写成了“老人”", "elderly")]
    [InlineData("questions: [要缴多少]", "question: 要缴多少", 5, "不认识的键“question”", "questions")]
    [InlineData("document: notice", "document: letter", 8, "“document”写成了“letter”", "sources/ 下已有的文件名")]
    [InlineData("一年380元", "一年390元", 2, "的文字里有数字 390", "本条的数据项或 figures")]
    [InlineData("- 先问当地。", "- 打12393问。", 2, "的文字里有数字 12393", "本条的数据项或 figures")]
    [InlineData("# 缴多少", "# 2026年缴多少", 2, "的文字里有数字 2026", "本条的数据项或 figures")]
    [InlineData("value: 380", "value: 三百八", 11, "“value”写成了“三百八”", "数字")]
    [InlineData("value: 380, unit: 元", "unit: 元", 11, "缺少“text”", "value、day、text 三者之一")]
    [InlineData("checked_on: 2025-02-01", "checked_on: 2025-02-30", 9, "“checked_on”写成了“2025-02-30”", "日期")]
    public void AMistakeIsToldWithItsLineAndWhatWasExpected(string right, string wrong, int line, string problem, string expected)
    {
        using var folder = new KnowledgeFolder().Change(KnowledgeFolder.Article, right, wrong);

        Told.Once(folder, KnowledgeFolder.Article, line, problem, expected);
    }

    [Fact]
    public void WindowsLineEndsAreReadAsWell()
    {
        using var folder = new KnowledgeFolder().Write(KnowledgeFolder.Article, KnowledgeFolder.GoodArticle.ReplaceLineEndings("\r\n"));

        Assert.Equal("一年380元。", folder.Load().Articles.Single().Summary);
    }
}

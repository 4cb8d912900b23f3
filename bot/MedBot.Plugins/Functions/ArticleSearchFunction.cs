using System.ComponentModel;
using MedBot.Policy.Answers;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="ArticleSearchPlugin"/> with typed parameters.</summary>
internal sealed class ArticleSearchFunction(FunctionDesk desk)
{
    private const int LongestQuestion = 500;

    [Description("在收录的文章里找最接近问题的一篇，原文引用。其他工具都不对口时再用。")]
    public Answer SearchArticles(
        [Description("要找的问题，用中文原话")] string question,
        [Description(Describe.Place)] string? place = null)
    {
        if (string.IsNullOrWhiteSpace(question) || question.Length > LongestQuestion)
            throw new BadArgumentException("question", $"应为 1 到 {LongestQuestion} 个字的问题");
        return desk.Search(desk.Case(place) with { Text = question });
    }
}

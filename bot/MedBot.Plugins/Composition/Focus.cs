using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;

namespace MedBot.Plugins.Composition;

/// <summary>Tells first the line of an answer that says what was asked, where the answer as a whole says more.</summary>
internal sealed class Focus(ArticleIndex index)
{
    /// <summary>Share of the question that such a line holds.</summary>
    private const double Telling = 0.25;

    /// <summary>How many times as much of the question as the summary it holds.</summary>
    private const double Better = 1.3;

    private static readonly ImmutableArray<string> Closings = ["可以问：", "没有收录", "这是估算", "这是全国的说法", "按住院算的", "医院按"];

    /// <summary>Lines below an article's first one lean on it and are not told alone.</summary>
    private readonly FrozenSet<string> _leaning = index.Articles.SelectMany(article => article.Details).ToFrozenSet();

    /// <summary>Whom to ask and what was taken for granted stand below what they belong to.</summary>
    private static bool ClosesAnAnswer(string line) => line.Contains("只收录了", StringComparison.Ordinal) || Closings.Any(closing => line.StartsWith(closing, StringComparison.Ordinal));

    public Answer On(string question, Answer answer)
    {
        var lines = answer.Details.Where(line => !_leaning.Contains(line) && !ClosesAnAnswer(line)).ToList();
        if (question.Length == 0 || lines.Count == 0)
            return answer;
        var coverage = index.Coverage(question, lines.Append(answer.Summary));
        var best = Enumerable.Range(0, lines.Count).MaxBy(line => coverage[line]);
        if (coverage[best] < Telling || coverage[best] < Better * coverage[^1])
            return answer;
        var line = lines[best];
        return answer with
        {
            Summary = (line[^1] is '。' or '？' or '！' ? line : line + "。") + answer.Summary,
            Details = answer.Details.Remove(line),
        };
    }
}

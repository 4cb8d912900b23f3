using System.Collections.Immutable;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs;

/// <summary>How an answer came about, and where it is written.</summary>
internal static class Explanations
{
    private const string Why = "怎么算的", Source = "依据是什么";

    /// <param name="last">What was answered last; null when nothing was.</param>
    /// <param name="reckoned">What was reckoned last, when its steps are wanted; null when nothing was or they are not.</param>
    public static Answer Of(Answer? last, Answer? reckoned) => (last, reckoned) switch
    {
        ({ Steps.IsEmpty: false } sum, _) => StepsOf(sum, "是这样一步步算的："),
        (_, { Steps.IsEmpty: false } sum) => StepsOf(sum, $"前面那笔是这样算的。{sum.Summary}"),
        ({ } read, _) => Plain(read),
        _ => SmallTalk.NothingToExplain,
    };

    /// <summary>Where it is written: 依据.</summary>
    public static Answer SourcesOf(Answer? last) => last is null ? SmallTalk.NothingToCite
        : new Answer(AnswerKind.Answer, last.Citations.IsEmpty ? "上一条回答没有引用文件。" : "上一条回答的依据：")
        {
            Citations = last.Citations,
            Figures = last.Figures,
            Warnings = last.Warnings,
            Cautions = last.Cautions,
            FollowUps = Next(last, last.Steps.IsEmpty ? null : Why),
            InFull = true,
        };

    private static Answer StepsOf(Answer sum, string opening) => sum with
    {
        Kind = AnswerKind.Answer,
        Summary = opening,
        Missing = [],
        FollowUps = Next(sum, Source),
        InFull = true,
    };

    /// <summary>What is read from a record has no steps, and that is said.</summary>
    private static Answer Plain(Answer read) => new(AnswerKind.Answer, $"这个没有经过计算，是资料里写的。{read.Summary}")
    {
        Figures = read.Figures,
        Citations = read.Citations,
        Warnings = read.Warnings,
        Cautions = read.Cautions,
        FollowUps = Next(read, Source),
        InFull = true,
    };

    /// <summary>The answer's own next steps, and before them the other way to look into it.</summary>
    private static ImmutableArray<FollowUp> Next(Answer answer, string? other) =>
    [
        .. answer.FollowUps.Where(button => answer.Kind == AnswerKind.AskBack || button.Message is not (Why or Source))
            .Take(answer.Kind == AnswerKind.AskBack ? 5 : 2)
            .Concat(other is null || answer.Kind == AnswerKind.AskBack ? [] : [new FollowUp(other)]),
    ];
}

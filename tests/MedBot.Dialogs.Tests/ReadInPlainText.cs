using MedBot.Channels.Rendering;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs.Tests;

/// <summary>What residents read who have text only, over every answer to every labelled question and in every conversation.</summary>
public sealed class ReadInPlainText
{
    [Fact]
    public void NoMoreThanThreeHundredCharactersAreReadBeforeTheDetails() =>
        NoneOf((answer, text) => !answer.InFull && text.Opening.Length > PlainText.LongestOpening);

    [Fact]
    public void TheOpeningBeginsWithTheAnswer() =>
        NoneOf((answer, text) => text.Details.Length > 0 && FirstSentence(answer) is var first && first.Contains('。', StringComparison.Ordinal) && !first.Contains('？', StringComparison.Ordinal) && !text.Opening.StartsWith(first, StringComparison.Ordinal));

    [Fact]
    public void NothingIsLostBetweenTheOpeningAndTheDetails() =>
        NoneOf((answer, text) => Parts(answer).Any(part => !Dense(text.Whole).Contains(Dense(part), StringComparison.Ordinal)));

    [Fact]
    public void WhatIsAskedBackStandsInTheOpening() =>
        NoneOf((answer, text) => answer.Summary.Contains('？', StringComparison.Ordinal) && !text.Opening.Contains('？', StringComparison.Ordinal));

    [Fact]
    public void ThatARecordIsWeakOrHasPassedStandsInTheOpening() =>
        NoneOf((answer, text) => answer.Warnings.Any(IsOnTheWholeAnswer) && !answer.InFull && !(text.Opening.Contains("注意：", StringComparison.Ordinal) || text.Opening.Contains("提醒：", StringComparison.Ordinal)));

    [Fact]
    public void WhomToAskStandsInTheOpeningWhereNoRecordAnswers() =>
        NoneOf((answer, text) => answer.Kind == AnswerKind.NotPublished && answer.Details.FirstOrDefault(line => line.StartsWith("可以问：", StringComparison.Ordinal)) is { } whom && !text.Opening.Contains(whom, StringComparison.Ordinal));

    [Fact]
    public void ASumIsShownWithItsReceipt() =>
        NoneOf((answer, text) => !answer.Steps.IsEmpty && !text.Whole.Contains("计算过程：", StringComparison.Ordinal));

    [Fact]
    public void ManyAnswersAreLongerThanTheirOpening() =>
        Assert.InRange(EverythingAsked.Answers.Count(one => PlainText.Of(one.Answer).Details.Length > 0), 500, int.MaxValue);

    private static void NoneOf(Func<Answer, PlainText, bool> isWrong)
    {
        var wrong = EverythingAsked.Answers.Where(one => isWrong(one.Answer, PlainText.Of(one.Answer))).Select(one => $"{one.Where}\n{PlainText.Of(one.Answer).Opening}").Distinct().Take(5).ToList();

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private static bool IsOnTheWholeAnswer(string warning) =>
        warning.Contains("未经官方核实", StringComparison.Ordinal) || warning.Contains("已经过期", StringComparison.Ordinal) || warning.StartsWith("来源说法不一", StringComparison.Ordinal);

    private static string FirstSentence(Answer answer) => answer.Summary[..(answer.Summary.IndexOfAny(['。', '？']) + 1)];

    private static IEnumerable<string> Parts(Answer answer) =>
        answer.Details.Concat(answer.Warnings).Concat(answer.Citations.Select(citation => citation.Title)).Concat(answer.Steps.Select(step => step.Formula))
            .Concat(answer.Summary.Split('\n').SelectMany(line => line.Split('。', StringSplitOptions.RemoveEmptyEntries)));

    private static string Dense(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

using System.Diagnostics;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>Floors under the figures of the labelled questions: what has been reached is not lost unseen.</summary>
public sealed class LabelledQuestionsAreUnderstood
{
    private static readonly Score Scored = QuestionScorer.Messages("scored.tsv");

    [Fact]
    public void ThereAreEnoughOfThem()
    {
        Assert.InRange(QuestionFiles.Messages("development.tsv").Concat(QuestionFiles.Messages("scored.tsv")).Count(), 600, int.MaxValue);
        Assert.InRange(QuestionFiles.Conversations("conversations-development.tsv").Concat(QuestionFiles.Conversations("conversations-scored.tsv")).Count(), 150, int.MaxValue);
    }

    [Fact]
    public void NoScoredQuestionIsADevelopmentQuestion() =>
        Assert.Empty(QuestionFiles.Messages("scored.tsv").Select(question => question.Message).Intersect(QuestionFiles.Messages("development.tsv").Select(question => question.Message)));

    [Fact]
    public void IntentsOfTheScoredPartDoNotFallBelowTheirFloor() => Assert.InRange(Scored.IntentAccuracy, IntentFloor, 1);

    [Fact]
    public void FactsOfTheScoredPartDoNotFallBelowTheirFloor() => Assert.InRange(Scored.SlotAccuracy, 0.97, 1);

    [Fact]
    public void ConversationsOfTheScoredPartDoNotFallBelowTheirFloor()
    {
        var (_, right, all) = QuestionScorer.Conversations("conversations-scored.tsv");

        Assert.InRange((double)right / all, ConversationFloor, 1);
    }

    [Fact]
    public void APlaceOrAYearInTheSteadOfAnotherIsReadAsIt()
    {
        var questions = QuestionFiles.Messages("development.tsv").ToList();

        Assert.Empty(Swaps.OfPlaces(questions).Mistakes);
        Assert.Empty(Swaps.OfYears(questions).Mistakes);
    }

    [Fact]
    public void NineInTenMessagesAreReadWithinTwoMilliseconds()
    {
        var messages = QuestionFiles.Messages("development.tsv").Select(question => question.Message).ToList();
        messages.ForEach(message => Bot.Read(message));
        var quick = messages.Count(message =>
        {
            var start = Stopwatch.GetTimestamp();
            Bot.Read(message);
            return Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(2);
        });

        Assert.InRange(quick, messages.Count * 9 / 10, messages.Count);
    }

    private const double IntentFloor = 0.95;
    private const double ConversationFloor = 0.92;
}

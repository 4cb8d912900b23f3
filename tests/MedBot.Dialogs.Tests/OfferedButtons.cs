using MedBot.Dialogs.Transcripts;
using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs.Tests;

/// <summary>What the bot offers as a button it can also answer, pressed or typed, wherever in a conversation it offers it.</summary>
public sealed class OfferedButtons
{
    private static readonly Lazy<List<Offer>> LazyOffers = new(() => [.. Written().SelectMany(OffersOf).DistinctBy(offer => (offer.Button.Message, offer.State.LastIntent, offer.State.Slots.Region?.Value, offer.State.Asked, offer.Today))]);

    [Fact]
    public void EveryButtonOfTheWrittenConversationsIsAnswered() =>
        Check(offer => Take(offer.State, offer.Button.Message, offer), (_, reply) => reply.Answer.Summary.Length == 0 || reply.Answer.Kind is AnswerKind.NotUnderstood or AnswerKind.OutOfScope);

    [Fact]
    public void WhatAButtonSaysIsUnderstoodWhenItIsTypedLater() =>
        Check(offer => Take(offer.State with { Offered = [] }, offer.Button.Title, offer), (_, reply) => reply.Answer.Summary.Length == 0 || reply.Answer.Kind is AnswerKind.NotUnderstood or AnswerKind.OutOfScope);

    [Fact]
    public void AButtonIsAnsweredAsTheThingItNames() =>
        Check(
            offer => Take(offer.State, offer.Button.Message, offer),
            (offer, reply) => !IsChoice(offer) && reply.Request.Act is SpeechAct.Ask && !SubjectsOf(offer).Contains(reply.Request.Intent));

    [Fact]
    public void AChoiceTellsTheFactThatWasAskedFor() =>
        Check(
            offer => Take(offer.State, offer.Button.Message, offer),
            (offer, reply) => IsChoice(offer) && reply.Answer.Kind == AnswerKind.AskBack && reply.Answer.Missing is [var asked, ..] && asked == offer.State.Asked);

    [Fact]
    public void NoButtonRepeatsWhatWasJustAnswered() =>
        Check(
            offer => Take(offer.State, offer.Button.Message, offer),
            (offer, reply) => offer.Before.Kind != AnswerKind.AskBack && reply.Answer.Summary == offer.Before.Summary && reply.Answer.Details.SequenceEqual(offer.Before.Details));

    private static void Check(Func<Offer, TurnResult> press, Func<Offer, Reply, bool> isWrong)
    {
        var problems = LazyOffers.Value
            .SelectMany(offer => press(offer).Replies.Where(reply => isWrong(offer, reply)).Select(reply => $"{offer.Where}之后的“{offer.Button.Title}”：{reply.Request.Act} {reply.Request.Intent} {reply.Answer.Kind} {reply.Answer.Summary}"))
            .ToList();

        Assert.True(problems.Count == 0, $"{problems.Count} of {LazyOffers.Value.Count}\n" + string.Join("\n", problems.Take(40)));
    }

    private static TurnResult Take(ConversationState state, string message, Offer offer) => Repository.Assistant.Dialogs.Take(state, message, offer.Today);

    /// <summary>True for a button that tells a fact, or that it is not known.</summary>
    private static bool IsChoice(Offer offer) => offer.Before.Kind == AnswerKind.AskBack && !offer.Before.Missing.IsEmpty;

    /// <summary>What the button's words ask when nothing was said before, and what they ask in the course of the present subject.</summary>
    private static IEnumerable<Intent> SubjectsOf(Offer offer) =>
        Take(ConversationState.New, offer.Button.Message, offer).Replies.Concat(Take(ConversationState.New with { Slots = offer.State.Slots }, offer.Button.Message, offer).Replies)
            .Select(reply => reply.Request.Intent)
            .Concat(offer.State.LastIntent is { } present && offer.Button.Message.Length <= ShortestOwnQuestion ? [present] : [])
            .Concat(Absorbing(offer));

    /// <summary>要交多少钱 among the questions on a newborn or on students asks what these pay.</summary>
    private static IEnumerable<Intent> Absorbing(Offer offer) =>
        offer.State.LastIntent is Intent.Newborn or Intent.StudentChild or Intent.LowIncomeAid or Intent.Calculate ? [offer.State.LastIntent.Value] : [];

    /// <summary>Letters below which a button leans on the answer that it stands under: 起付线是多少.</summary>
    private const int ShortestOwnQuestion = 8;

    private static IEnumerable<Transcript> Written() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, "tests", "chats"), "*.chat")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => TranscriptReader.Read(Path.GetFileName(path), File.ReadAllText(path)));

    private static IEnumerable<Offer> OffersOf(Transcript transcript)
    {
        var state = ConversationState.New;
        foreach (var turn in transcript.Turns)
        {
            var result = Repository.Assistant.Dialogs.Take(state, turn.Message, transcript.Today);
            state = result.State;
            foreach (var button in state.Offered)
                yield return new Offer($"{transcript.Origin}“{turn.Message}”", state, button, result.Replies[^1].Answer, transcript.Today);
        }
    }

    private sealed record Offer(string Where, ConversationState State, FollowUp Button, Answer Before, DateOnly Today);
}

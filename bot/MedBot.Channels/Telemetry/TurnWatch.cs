using System.Collections.Immutable;
using System.Diagnostics;
using MedBot.Channels.Audit;
using MedBot.Dialogs;
using MedBot.Policy.Answers;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Telemetry;

/// <summary>One turn as operations see it. Not thread-safe: a turn is one sequence.</summary>
internal sealed class TurnWatch(TurnObserver observer) : IDisposable
{
    private readonly long _began = observer.Clock.GetTimestamp();
    private readonly Activity? _span = TurnSpans.Turn();

    /// <summary>The dialog was asked and took so long.</summary>
    public void Asked(string channel, TimeSpan elapsed) => observer.Meters.Answered(channel, elapsed);

    /// <summary>Commits under a span of its own.</summary>
    public async Task<CommitOutcome> CommitAsync(IConversationStore store, string channel, CompletedTurn turn, CancellationToken cancellation)
    {
        using var span = TurnSpans.Commit();
        var began = observer.Clock.GetTimestamp();
        var outcome = await store.CommitAsync(turn, cancellation);
        observer.Meters.Committed(channel, observer.Clock.GetElapsedTime(began));
        return outcome;
    }

    /// <summary>The turn was taken and is kept.</summary>
    /// <param name="conversationId">Its conversation.</param>
    /// <param name="channel">The conversation's channel.</param>
    /// <param name="replies">What the dialog answered; empty for what it was not asked.</param>
    /// <param name="answers">All answers.</param>
    /// <param name="knowledge">The version of the knowledge that answered; empty when none was asked.</param>
    public void Took(string conversationId, string channel, ImmutableArray<Reply> replies, ImmutableArray<Answer> answers, string knowledge)
    {
        if (answers.IsEmpty)
            return;
        // A message with several questions is counted by its first; the audit has a line for each.
        var (intent, kind) = (AnswerNames.Of(replies is [var first, ..] ? first.Request.Intent : null), AnswerNames.Of(answers[0].Kind));
        var elapsed = observer.Clock.GetElapsedTime(_began);
        observer.Meters.Took(channel, intent, kind, elapsed);
        _span?.SetTag(TurnSpans.Channel, channel).SetTag(TurnSpans.Intent, intent).SetTag(TurnSpans.Kind, kind).SetTag(TurnSpans.Knowledge, knowledge);
        observer.Audit.Write(new AuditedTurn(conversationId, channel, replies, answers, knowledge, elapsed));
    }

    /// <summary>The message had been handled before.</summary>
    public void Repeated() => observer.Meters.Repeated();

    /// <param name="channel">Null when it failed before the conversation was found.</param>
    /// <param name="errorType">The exception's type: its message may quote what was written.</param>
    public void Failed(string? channel, string errorType)
    {
        observer.Meters.Failed(channel, errorType);
        _span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", errorType);
    }

    public void Dispose() => _span?.Dispose();
}

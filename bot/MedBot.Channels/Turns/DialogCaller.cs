using MedBot.Channels.Audit;
using MedBot.Channels.Telemetry;
using MedBot.Dialogs;
using MedBot.Policy.Answers;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Turns;

/// <summary>Finds what to say to a message: asks the dialog, and waits for its better answer as long as the channel can.</summary>
internal sealed partial class DialogCaller(IDialog dialog, ParsedStates states, TimeProvider clock, Pseudonyms pseudonyms, ILogger logger)
{
    /// <summary>A better answer that takes longer than this is given up: nobody remembers the question.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly Answer Apology =
        new(AnswerKind.NotUnderstood, "抱歉，这个问题在处理时出了错，没有得到答案。请换一种说法再问一次。");

    public Answer Greeting() => dialog.Greeting();

    /// <param name="conversation">The conversation before the turn.</param>
    /// <param name="message">What came in.</param>
    /// <param name="style">How long a better answer is waited for.</param>
    /// <param name="today">Today in China.</param>
    public async Task<Said> AnswerAsync(StoredConversation conversation, IncomingMessage message, ElaborationStyle style, DateOnly today)
    {
        var began = clock.GetTimestamp();
        if (NotAsked(conversation, message) is { } said)
            return said;

        var (state, text) = (states.Of(conversation.Id, conversation.State), message.Text!);
        var until = (message.ReceivedAt ?? clock.GetUtcNow()) + style.Patience;
        try
        {
            var first = Take(state, text, today);
            var atOnce = Said.Of(first);
            states.Keep(conversation.Id, atOnce.State, first.State);
            var answered = await WithBetterAsync(
                atOnce,
                limit => dialog.Elaborate(state, text, first, today, message.Live is { } live ? live.Show : null, limit),
                conversation.Id,
                until,
                style,
                message.Live);
            return answered with { Elapsed = clock.GetElapsedTime(began) };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The resident is told in plain words; the conversation goes on from where it was.
            DialogFailed(logger, failure.GetType().Name, pseudonyms.Of(conversation.Id), failure.StackTrace);
            return new Said([Apology], conversation.State) { Failure = failure.GetType().Name, Elapsed = clock.GetElapsedTime(began) };
        }
    }

    private TurnResult Take(ConversationState state, string text, DateOnly today)
    {
        using var span = TurnSpans.Dialog();
        return dialog.Take(state, text, today);
    }

    // Null for what is the dialog's to answer.
    private Said? NotAsked(StoredConversation conversation, IncomingMessage message)
    {
        if (message.Greets)
            return new Said([dialog.Greeting()], conversation.State);
        if (message.Reply is { } reply)
            return new Said([reply], conversation.State);
        if (string.IsNullOrWhiteSpace(message.Text))
            return new Said([], conversation.State);
        if (!Forgetting.IsAskedIn(message.Text))
            return null;
        states.Forget(conversation.Id);
        return new Said([Forgetting.Done], ConversationState.New.ToJson()) { Forgets = true };
    }

    private async Task<Said> WithBetterAsync(
        Said first, Func<CancellationToken, Task<TurnResult?>?> elaborate, string conversationId, DateTimeOffset until, ElaborationStyle style, ILiveAnswer? live)
    {
        var limit = new CancellationTokenSource(Longest, clock);
        if (elaborate(limit.Token) is not { } elaboration)
        {
            limit.Dispose();
            return first;
        }

        var better = BetterAsync(elaboration, limit, conversationId);
        if (await IsInTimeAsync(better, until - clock.GetUtcNow())
            || (live is { HasBegun: true } && await IsInTimeAsync(better, until + style.PatienceWhileShown - clock.GetUtcNow())))
            return await better ?? first;
        if (style.Follows)
            return first with { Better = better };
        await limit.CancelAsync();
        return first;
    }

    private async Task<Said?> BetterAsync(Task<TurnResult?> elaboration, CancellationTokenSource limit, string conversationId)
    {
        try
        {
            return await elaboration is { } result ? Said.Of(result) : null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            // There is the first answer: the resident misses nothing that was promised for certain.
            ElaborationFailed(logger, failure.GetType().Name, pseudonyms.Of(conversationId), failure.StackTrace);
            return null;
        }
        finally
        {
            limit.Dispose();
        }
    }

    private async Task<bool> IsInTimeAsync(Task better, TimeSpan patience)
    {
        try
        {
            await better.WaitAsync(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // An exception's message may quote what the resident wrote, so only its type and place are logged.
    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "A turn failed with {Exception} in conversation {Conversation}; its state was kept. {StackTrace}")]
    private static partial void DialogFailed(ILogger logger, string exception, string conversation, string? stackTrace);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "A better answer failed with {Exception} in conversation {Conversation}; the first one stands. {StackTrace}")]
    private static partial void ElaborationFailed(ILogger logger, string exception, string conversation, string? stackTrace);
}

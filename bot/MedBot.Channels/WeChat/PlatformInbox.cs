using MedBot.Channels.Turns;
using MedBot.Channels.WeChat.Platform;
using MedBot.Policy.Answers;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.WeChat;

/// <summary>Takes turns with what the platform delivers, and gives the text of the passive reply.</summary>
internal sealed partial class PlatformInbox(TurnRunner turns, TimeProvider clock, ILogger<PlatformInbox> logger)
{
    /// <summary>What is said when an answer takes longer than the platform waits.</summary>
    public const string NotYet = "还在查，请过几秒回复“继续”看答案。";

    /// <summary>Keeping a first answer and sending it off takes less.</summary>
    private static readonly TimeSpan TimeToReply = TimeSpan.FromMilliseconds(500);

    private static readonly Answer WillBeKept = new(AnswerKind.Answer, "（还在整理更完整的说明，过几秒回复“继续”查看）");

    private static readonly Answer WillBeSent = new(AnswerKind.Answer, "（还在整理更完整的说明，马上发给您；没收到就回复“继续”）");

    /// <summary>The reply's text, at most one page; null when there is nothing to say.</summary>
    public async Task<string?> TakeAsync(CallbackAccount account, PlatformMessage delivered)
    {
        if (delivered.ToTake(clock.GetUtcNow()) is not { } message)
            return null;

        using var deadline = new CancellationTokenSource(account.ReplyDeadline, clock);
        // Off the request's own thread: a slow turn must not keep the notice back. The turn is finished in any case, so
        // that its answer is there when the resident asks for it.
        var turn = Task.Run(() => TurnAsync(account, message));
        try
        {
            return await turn.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            _ = turn.ContinueWith(failed => TurnFailed(logger, failed.Exception!.GetBaseException().GetType().Name), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return NotYet;
        }
    }

    private async Task<string?> TurnAsync(CallbackAccount account, IncomingMessage message)
    {
        await turns.StartAsync(account.Channel, message.ConversationId, message.User.Id, null, CancellationToken.None);
        return await turns.TakeAsync(message, StyleOf(account, message), CancellationToken.None) is TurnOutcome.Answered answered && answered.Replies.FirstOrDefault() is { } reply
            ? WeChatRenderer.FirstPage(reply).Page
            : null;
    }

    private static ChannelStyle StyleOf(CallbackAccount account, IncomingMessage message) => new(WeChatRenderer.Render)
    {
        Context = new ReplyContext(message.ReceivedAt ?? DateTimeOffset.MaxValue),
        Patience = account.ReplyDeadline,
        SendOut = turn => account.SendsLater ? LaterMessage.Of(account.Channel, message.User.Id!, turn) : [],
        Elaboration = new ElaborationStyle(account.ReplyDeadline - TimeToReply)
        {
            Promise = account.SendsLater ? WillBeSent : WillBeKept,
            NoteOnFollowing = account.SendsLater ? ReplyNote.SentLater : ReplyNote.Unseen,
        },
    };

    [LoggerMessage(EventId = 3403, Level = LogLevel.Error, Message = "A turn whose sender had stopped waiting failed with {Exception}")]
    private static partial void TurnFailed(ILogger logger, string exception);
}

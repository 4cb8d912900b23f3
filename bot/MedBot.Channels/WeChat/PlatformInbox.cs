using MedBot.Channels.Turns;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.WeChat;

/// <summary>Takes turns with what the platform delivers, and gives the text of the passive reply.</summary>
internal sealed partial class PlatformInbox(TurnRunner turns, TimeProvider clock, ILogger<PlatformInbox> logger)
{
    /// <summary>What is said when an answer takes longer than the platform waits.</summary>
    public const string NotYet = "还在查，请过几秒回复“继续”看答案。";

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
        var style = new ChannelStyle(WeChatRenderer.Render) { Context = ReplyContext.Instance, Patience = account.ReplyDeadline };
        return await turns.TakeAsync(message, style, CancellationToken.None) is TurnOutcome.Answered answered && answered.Replies.FirstOrDefault() is { } reply
            ? WeChatRenderer.FirstPage(reply).Page
            : null;
    }

    [LoggerMessage(EventId = 3402, Level = LogLevel.Error, Message = "A turn whose sender had stopped waiting failed with {Exception}")]
    private static partial void TurnFailed(ILogger logger, string exception);
}

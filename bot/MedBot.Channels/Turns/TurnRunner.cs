using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Dialogs;
using MedBot.Policy.Answers;
using MedBot.Policy.Time;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Turns;

/// <summary>
/// Takes a message of any channel through a turn: finds the conversation, asks the dialog, renders the answers, and keeps
/// the user's activity, the replies and the new state in one transaction. A message that was handled before runs nothing.
/// </summary>
public sealed partial class TurnRunner(
    IConversationStore store,
    IDialog dialog,
    ConversationGate gate,
    TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    /// <summary>The bot in its activities.</summary>
    public static ChannelAccount Bot { get; } = new() { Id = "medbot", Name = "医保问答", Role = "bot" };

    /// <summary>How far back a message is read in its context: the last few turns.</summary>
    private const int RecentActivities = 12;

    /// <summary>Begins a conversation, or finds the one that has its id already.</summary>
    /// <param name="channel">The channel that it belongs to.</param>
    /// <param name="conversationId">Its id.</param>
    /// <param name="userId">The user that it is bound to; null when the channel binds none.</param>
    /// <param name="greet">Shows the greeting that it begins with; null to begin without.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<StartOutcome> StartAsync(
        string channel, string conversationId, string? userId, AnswerRenderer? greet, CancellationToken cancellation)
    {
        if (await store.FindAsync(conversationId, cancellation) is { } running)
            return new StartOutcome(false, running);

        var at = Now();
        var greeting = greet?.Invoke([dialog.Greeting()]) ?? [];
        var activities = greeting.Select((activity, index) =>
            ActivityJson.Write(ActivityStamp.Stamp(AsReply(activity, userId, null), channel, conversationId, index + 1, at.AddMilliseconds(index))));
        return await store.StartAsync(
            new NewConversation(
                conversationId,
                channel,
                userId,
                ConversationState.New.ToJson(),
                [.. activities],
                at.AddMilliseconds(Math.Max(0, greeting.Length - 1))),
            cancellation);
    }

    /// <summary>Takes one message. Other messages of the same conversation wait.</summary>
    public async Task<TurnOutcome> TakeAsync(IncomingMessage message, ChannelStyle style, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(style);
        message = message.WithoutPersonalNumbers();
        using var turn = await gate.EnterAsync(message.ConversationId, cancellation);
        while (true)
        {
            if (await store.OpenTurnAsync(message.ConversationId, message.Key, cancellation) is not { } opened || !style.Takes(opened.Conversation))
                return new TurnOutcome.NoConversation();
            if (opened.Handled is { } handled)
                return await RecallAsync(message.ConversationId, handled, cancellation);

            var conversation = opened.Conversation;
            var meant = await InContextAsync(conversation, message, style, cancellation);
            var (activities, completed) = Run(conversation, meant, style);
            switch (await store.CommitAsync(completed, cancellation))
            {
                case CommitOutcome.Committed:
                    return new TurnOutcome.Answered(activities[0].Id!, activities, Repeated: false);
                case CommitOutcome.AlreadyHandled already:
                    return await RecallAsync(message.ConversationId, already.Message, cancellation);
                case CommitOutcome.NoConversation:
                    return new TurnOutcome.NoConversation();
                case CommitOutcome.Superseded:
                    // Another process took a turn of this conversation meanwhile: once more, from the state it left.
                    continue;
            }
        }
    }

    private async ValueTask<IncomingMessage> InContextAsync(
        StoredConversation conversation, IncomingMessage message, ChannelStyle style, CancellationToken cancellation)
    {
        if (style.Context is not { } context || !context.Concerns(message))
            return message;
        var recent = await store.ReadAsync(conversation.Id, conversation.Watermark - RecentActivities, RecentActivities, cancellation);
        return context.Read(message, [.. recent.Select(activity => ActivityJson.Read(activity.Json))]);
    }

    private (ImmutableArray<Activity> Activities, CompletedTurn Turn) Run(StoredConversation conversation, IncomingMessage message, ChannelStyle style)
    {
        // The times of a conversation never go back, whatever the clock does: clients order messages by them.
        var now = Now();
        var at = now > conversation.TouchedAt ? now : conversation.TouchedAt.AddMilliseconds(1);
        var began = clock.GetTimestamp();
        // The day is the clock's own: a conversation that a wrong clock has touched must not stay in that clock's year.
        var said = Say(conversation, message, ChinaCalendar.DayOf(now));
        var elapsed = clock.GetElapsedTime(began);

        var number = conversation.Watermark + 1;
        var questionId = ActivityStamp.IdOf(conversation.Id, number);
        var activities = ImmutableArray.CreateBuilder<Activity>();
        activities.Add(Stamp(message.Activity with { From = message.User, Recipient = Bot }));
        foreach (var reply in style.Render(said.Answers))
            activities.Add(Stamp(AsReply(Late(reply, message, style), message.User.Id, questionId)));

        var last = at.AddMilliseconds(activities.Count - 1);
        var taken = activities.ToImmutable();
        var completed = new CompletedTurn(
            conversation.Id, conversation.Watermark, message.Key, [.. taken.Select(ActivityJson.Write)], said.State, last)
        {
            ForgetsWhatWas = said.Forgets,
            Outgoing = style.SendOut(new TurnAccount(taken, said.Replies, elapsed)),
        };
        return (taken, completed);

        Activity Stamp(Activity activity) =>
            ActivityStamp.Stamp(activity, conversation.Channel, conversation.Id, number + activities.Count, at.AddMilliseconds(activities.Count));
    }

    private Activity Late(Activity reply, IncomingMessage message, ChannelStyle style) =>
        message.ReceivedAt is { } received && style.Patience is { } patience && clock.GetUtcNow() - received >= patience ? LateReply.Mark(reply) : reply;

    private Said Say(StoredConversation conversation, IncomingMessage message, DateOnly today)
    {
        if (message.Greets)
            return new Said([dialog.Greeting()], conversation.State);
        if (message.Reply is { } reply)
            return new Said([reply], conversation.State);
        if (string.IsNullOrWhiteSpace(message.Text))
            return new Said([], conversation.State);
        if (Forgetting.IsAskedIn(message.Text))
            return new Said([Forgetting.Done], ConversationState.New.ToJson()) { Forgets = true };
        try
        {
            var result = dialog.Take(ConversationState.FromJson(conversation.State), message.Text, today);
            return new Said([.. result.Replies.Select(reply => reply.Answer)], result.State.ToJson()) { Replies = result.Replies };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The resident is told in plain words; the conversation goes on from where it was.
            DialogFailed(logger, failure.GetType().Name, conversation.Id, failure.StackTrace);
            return new Said([Apology], conversation.State);
        }
    }

    private static Answer Apology { get; } =
        new(AnswerKind.NotUnderstood, "抱歉，这个问题在处理时出了错，没有得到答案。请换一种说法再问一次。");

    private async Task<TurnOutcome> RecallAsync(string conversationId, HandledMessage handled, CancellationToken cancellation)
    {
        var count = (int)(handled.Last - handled.First + 1);
        var recorded = await store.ReadAsync(conversationId, handled.First - 1, count, cancellation);
        return new TurnOutcome.Answered(
            ActivityStamp.IdOf(conversationId, handled.First),
            [.. recorded.Select(activity => ActivityJson.Read(activity.Json))],
            Repeated: true);
    }

    private static Activity AsReply(Activity reply, string? userId, string? replyToId) =>
        reply with { From = Bot, Recipient = userId is null ? null : new ChannelAccount { Id = userId, Role = "user" }, ReplyToId = replyToId, Locale = "zh-CN" };

    private sealed record Said(ImmutableArray<Answer> Answers, string State)
    {
        public ImmutableArray<Reply> Replies { get; init; } = [];

        public bool Forgets { get; init; }
    }

    // To the millisecond, as it is kept and sent.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    // The exception's message may quote what the resident wrote, so only its type and place are logged.
    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "A turn failed with {Exception} in conversation {ConversationId}; its state was kept. {StackTrace}")]
    private static partial void DialogFailed(ILogger logger, string exception, string conversationId, string? stackTrace);
}

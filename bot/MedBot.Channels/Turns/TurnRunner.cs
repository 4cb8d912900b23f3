using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Channels.Audit;
using MedBot.Channels.Delivery;
using MedBot.Channels.Rendering;
using MedBot.Channels.Telemetry;
using MedBot.Dialogs;
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
    OutboxSignal outbox,
    TimeProvider clock,
    TurnObserver observer,
    Pseudonyms pseudonyms,
    ParsedStates states,
    ILogger<TurnRunner> logger)
{
    private readonly DialogCaller _caller = new(dialog, states, clock, pseudonyms, logger);

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
        var greeting = greet?.Invoke([_caller.Greeting()]) ?? [];
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
        using var watch = observer.Begin();
        try
        {
            return await TakeAsync(message.WithoutPersonalNumbers(), style, watch, cancellation);
        }
        catch (StorageException failure)
        {
            watch.Failed(null, failure.GetType().Name);
            throw;
        }
    }

    private async Task<TurnOutcome> TakeAsync(IncomingMessage message, ChannelStyle style, TurnWatch watch, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync(message.ConversationId, cancellation);
        while (true)
        {
            if (await store.OpenTurnAsync(message.ConversationId, message.Key, cancellation) is not { } opened || !style.Takes(opened.Conversation))
                return new TurnOutcome.NoConversation();
            if (opened.Handled is { } handled)
                return await RecallAsync(message.ConversationId, handled, watch, cancellation);

            var conversation = opened.Conversation;
            var at = After(conversation);
            var meant = await InContextAsync(conversation, message, style, cancellation);
            // The day is the clock's own: a conversation that a wrong clock has touched must not stay in that clock's year.
            var said = await _caller.AnswerAsync(conversation, meant, style.Elaboration, ChinaCalendar.DayOf(Now()));
            watch.Asked(conversation.Channel, said.Elapsed);
            if (said.Failure is { } failure)
                watch.Failed(conversation.Channel, failure);
            var (activities, completed) = Record(conversation, meant, said, style, at);
            switch (await watch.CommitAsync(store, conversation.Channel, completed, cancellation))
            {
                case CommitOutcome.Committed:
                    watch.Took(conversation.Id, conversation.Channel, said.Replies, said.Answers, said.Knowledge);
                    SendOut(completed);
                    if (said.Better is { } better)
                        _ = FollowAsync(better, new FollowedTurn(completed, meant), style);
                    return new TurnOutcome.Answered(activities[0].Id!, activities, Repeated: false);
                case CommitOutcome.AlreadyHandled already:
                    return await RecallAsync(message.ConversationId, already.Message, watch, cancellation);
                case CommitOutcome.NoConversation:
                    return new TurnOutcome.NoConversation();
                case CommitOutcome.Superseded:
                    // Another process took a turn of this conversation meanwhile: once more, from the state it left.
                    continue;
            }
        }
    }

    // The better answer of a turn that is over, as activities of its own. What was said meanwhile stands.
    private async Task FollowAsync(Task<Said?> working, FollowedTurn followed, ChannelStyle style)
    {
        var began = clock.GetTimestamp();
        try
        {
            if (await working is not { } better)
                return;
            using var turn = await gate.EnterAsync(followed.ConversationId, CancellationToken.None);
            while (await store.FindAsync(followed.ConversationId, CancellationToken.None) is { } conversation && await IsKeptAsync(followed))
            {
                var following = Record(conversation, better, followed, style);
                if (await store.CommitAsync(following, CancellationToken.None) is CommitOutcome.Superseded)
                    continue;
                observer.Followed(conversation, better, clock.GetElapsedTime(began));
                SendOut(following);
                return;
            }
        }
        catch (Exception failure) when (failure is StorageException or ObjectDisposedException)
        {
            // The first answer was given; the store says by itself what is wrong with it.
            FollowingLost(logger, pseudonyms.Of(followed.ConversationId));
        }
    }

    // A resident who had the conversation deleted wants to hear no more of it.
    private async Task<bool> IsKeptAsync(FollowedTurn followed) =>
        await store.ReadAsync(followed.ConversationId, followed.Number - 1, 1, CancellationToken.None) is [{ } first] && first.Number == followed.Number;

    private CompletedTurn Record(StoredConversation conversation, Said better, FollowedTurn followed, ChannelStyle style)
    {
        var recorder = new TurnRecorder(conversation, After(conversation));
        foreach (var reply in style.Render(followed.Introduced(better.Answers, conversation.Watermark)))
            recorder.Add(AsReply(style.Elaboration.NoteOnFollowing?.On(reply) ?? reply, followed.User.Id, followed.QuestionId));
        var account = new TurnAccount(recorder.Activities, better.Replies, conversation.State, better.Elapsed) { Follows = true };
        return recorder.Completed(null, conversation.State) with { Outgoing = style.SendOut(account) };
    }

    private async ValueTask<IncomingMessage> InContextAsync(
        StoredConversation conversation, IncomingMessage message, ChannelStyle style, CancellationToken cancellation)
    {
        if (style.Context is not { } context || !context.Concerns(message))
            return message;
        var recent = await store.ReadAsync(conversation.Id, conversation.Watermark - RecentActivities, RecentActivities, cancellation);
        return context.Read(message, [.. recent.Select(activity => ActivityJson.Read(activity.Json))]);
    }

    private (ImmutableArray<Activity> Activities, CompletedTurn Turn) Record(
        StoredConversation conversation, IncomingMessage message, Said said, ChannelStyle style, DateTimeOffset at)
    {
        var recorder = new TurnRecorder(conversation, at);
        var questionId = recorder.Add(message.Activity with { From = message.User, Recipient = Bot }).Id!;
        var promise = said.Better is null ? null : style.Elaboration.Promise;
        var replies = style.Render(promise is null ? said.Answers : said.Answers.Add(promise));
        if (message.Live is { } live && !replies.IsEmpty)
        {
            replies = replies.SetItem(0, live.Conclude(replies[0]));
            // Clients order by time: behind everything that was shown so far.
            if (live.HasBegun)
                recorder.NotBefore(Now().AddMilliseconds(1));
        }
        foreach (var reply in replies)
            recorder.Add(AsReply(Noted(reply, promise is not null, message, style), message.User.Id, questionId));

        var activities = recorder.Activities;
        var completed = recorder.Completed(message.Key, said.State) with
        {
            ForgetsWhatWas = said.Forgets,
            Outgoing = style.SendOut(new TurnAccount(activities[1..], said.Replies, said.State, said.Elapsed) { Failure = said.Failure }),
        };
        return (activities, completed);
    }

    private Activity Noted(Activity reply, bool promises, IncomingMessage message, ChannelStyle style)
    {
        if (message.ReceivedAt is { } received && style.Patience is { } patience && clock.GetUtcNow() - received >= patience)
            return ReplyNote.Unseen.On(reply);
        return promises ? ReplyNote.Promising.On(reply) : reply;
    }

    private async Task<TurnOutcome> RecallAsync(string conversationId, HandledMessage handled, TurnWatch watch, CancellationToken cancellation)
    {
        watch.Repeated();
        var count = (int)(handled.Last - handled.First + 1);
        var recorded = await store.ReadAsync(conversationId, handled.First - 1, count, cancellation);
        return new TurnOutcome.Answered(
            ActivityStamp.IdOf(conversationId, handled.First),
            [.. recorded.Select(activity => ActivityJson.Read(activity.Json))],
            Repeated: true);
    }

    private void SendOut(CompletedTurn turn)
    {
        if (!turn.Outgoing.IsEmpty)
            outbox.Raise();
    }

    private static Activity AsReply(Activity reply, string? userId, string? replyToId) =>
        reply with { From = Bot, Recipient = userId is null ? null : new ChannelAccount { Id = userId, Role = "user" }, ReplyToId = replyToId, Locale = "zh-CN" };

    // The times of a conversation never go back, whatever the clock does: clients order messages by them.
    private DateTimeOffset After(StoredConversation conversation)
    {
        var now = Now();
        return now > conversation.TouchedAt ? now : conversation.TouchedAt.AddMilliseconds(1);
    }

    // To the millisecond, as it is kept and sent.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "A better answer could not be kept in conversation {Conversation}; the first one stands")]
    private static partial void FollowingLost(ILogger logger, string conversation);
}

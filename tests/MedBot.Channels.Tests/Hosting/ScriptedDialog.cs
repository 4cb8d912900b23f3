using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Channels.Tests.Hosting;

/// <summary>Answers by rote and remembers what it was asked: 问 → 回答：问. Notices two turns at the same time.</summary>
internal sealed class ScriptedDialog : IDialog
{
    public const string Hello = "您好";

    /// <summary>Makes it fail.</summary>
    public const string Trap = "出错";

    private readonly ConcurrentQueue<string> _asked = new();
    private int _running;

    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Most turns that ran at one time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The days on which it was asked.</summary>
    public ConcurrentQueue<DateOnly> Days { get; } = new();

    /// <summary>What is answered instead of the rote, by message.</summary>
    public Dictionary<string, ImmutableArray<Answer>> Script { get; } = new(StringComparer.Ordinal);

    /// <summary>Better answers that take their time, by message; null in a task for none after all.</summary>
    public ConcurrentDictionary<string, TaskCompletionSource<Answer?>> Better { get; } = new(StringComparer.Ordinal);

    /// <summary>What a better answer that takes its time is told by while it is being written, by message; null in its place when nobody looks on.</summary>
    public ConcurrentDictionary<string, Action<Answer>?> Progress { get; } = new(StringComparer.Ordinal);

    /// <summary>Keeps turns waiting; null to let them pass.</summary>
    public HeldTurns? Hold { get; set; }

    public Answer Greeting() => new(AnswerKind.Answer, Hello) { FollowUps = [new FollowUp("缴费")] };

    public Task<TurnResult?>? Elaborate(
        ConversationState state, string message, TurnResult first, DateOnly today, Action<Answer>? onProgress, CancellationToken cancellation)
    {
        if (!Better.TryGetValue(message, out var better))
            return null;
        Progress[message] = onProgress;
        return ElaborateAsync(better.Task.WaitAsync(cancellation), first);
    }

    private static async Task<TurnResult?> ElaborateAsync(Task<Answer?> better, TurnResult first) =>
        await better is { } answer ? first with { Replies = [first.Replies[0] with { Answer = answer }] } : null;

    public TurnResult Take(ConversationState state, string message, DateOnly today)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        _asked.Enqueue(message);
        Days.Enqueue(today);
        Thread.Yield();
        Hold?.Pass();
        Interlocked.Decrement(ref _running);
        if (message == Trap)
            throw new InvalidOperationException($"Broken by {message}");
        var answers = Script.TryGetValue(message, out var scripted) ? scripted : [new Answer(AnswerKind.Answer, $"回答：{message}")];
        return new TurnResult([.. answers.Select(answer => new Reply(new Request(message, SpeechAct.Ask, Intent.Other, 1), answer))], state);
    }
}

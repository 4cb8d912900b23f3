using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// Tells the open streams of a conversation that the bot is at work on an answer. A notice is nothing that happened: it is
/// not kept, not polled, and moves no watermark. Within this process. Thread-safe.
/// </summary>
internal sealed class TypingNotices(TimeProvider clock)
{
    /// <summary>An answer that comes sooner needs no notice.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(400);

    /// <summary>Clients show a notice for three to five seconds.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    private readonly Lock _guard = new();
    private readonly Dictionary<string, ImmutableArray<Action>> _streams = new(StringComparer.Ordinal);

    /// <summary>Calls back at each notice, until disposed. The call must return at once.</summary>
    public IDisposable Listen(string conversationId, Action notice)
    {
        lock (_guard)
            _streams[conversationId] = _streams.GetValueOrDefault(conversationId, []).Add(notice);
        return new Ended(() =>
        {
            lock (_guard)
            {
                var left = _streams[conversationId].Remove(notice);
                if (left.IsEmpty)
                    _streams.Remove(conversationId);
                else
                    _streams[conversationId] = left;
            }
        });
    }

    /// <summary>Gives notice for as long as the work goes on: until disposed.</summary>
    public IDisposable During(string conversationId) => new Work(this, conversationId, clock);

    /// <summary>The notice as clients get it: without a watermark, which would be taken for the conversation's.</summary>
    public static string TextOf(string conversationId, DateTimeOffset at)
    {
        var typing = ActivityStamp.Stamp(new Activity { Type = ActivityTypes.Typing, From = TurnRunner.Bot }, DirectLineChannel.Name, conversationId, 0, at);
        return $"{{\"activities\":[{ActivityJson.Write(typing with { Id = $"{conversationId}|typing-{at.ToUnixTimeMilliseconds()}" })}]}}";
    }

    private void Give(string conversationId)
    {
        ImmutableArray<Action> streams;
        lock (_guard)
            streams = _streams.GetValueOrDefault(conversationId, []);
        foreach (var stream in streams)
            stream();
    }

    private sealed class Work : IDisposable
    {
        private readonly ITimer _timer;

        public Work(TypingNotices notices, string conversationId, TimeProvider clock)
        {
            _timer = clock.CreateTimer(
                _ =>
                {
                    notices.Give(conversationId);
                    _timer?.Change(Again, Timeout.InfiniteTimeSpan);
                },
                null,
                Quick,
                Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => _timer.Dispose();
    }

    private sealed class Ended(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

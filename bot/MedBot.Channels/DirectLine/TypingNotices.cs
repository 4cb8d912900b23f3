using MedBot.Channels.Activities;
using MedBot.Channels.Turns;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// Tells the open streams of a conversation that the bot is at work on an answer. A notice is nothing that happened: it is
/// not kept, not polled, and moves no watermark. Thread-safe.
/// </summary>
internal sealed class TypingNotices(OpenStreams streams, TimeProvider clock)
{
    /// <summary>An answer that comes sooner needs no notice.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(400);

    /// <summary>Clients show a notice for three to five seconds.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

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
        foreach (var stream in streams.Of(conversationId))
            stream.Typing();
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
}

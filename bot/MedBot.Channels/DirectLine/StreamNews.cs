using System.Threading.Channels;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.DirectLine;

/// <summary>What one client's stream has still to look at or to send. Of each sort the newest is enough. Telling it returns at once. Thread-safe.</summary>
internal sealed class StreamNews
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private int _typing;
    private Livestream? _writing;

    /// <summary>What was logged and is still to be sent.</summary>
    public UnsentActivities Unsent { get; } = new();

    /// <summary>Something was logged.</summary>
    /// <param name="added">What, where that is at hand.</param>
    public void Logged(LogAddition? added)
    {
        Unsent.Add(added);
        _wake.Writer.TryWrite(true);
    }

    /// <summary>The bot is at work.</summary>
    public void Typing()
    {
        Interlocked.Exchange(ref _typing, 1);
        _wake.Writer.TryWrite(true);
    }

    /// <summary>There is more to be seen of an answer that is being written.</summary>
    public void Writing(Livestream answer)
    {
        Interlocked.Exchange(ref _writing, answer);
        _wake.Writer.TryWrite(true);
    }

    /// <summary>True when the bot was at work since the last call.</summary>
    public bool TakeTyping() => Interlocked.Exchange(ref _typing, 0) == 1;

    /// <summary>The answer of which there is more to be seen since the last call; null when there is none.</summary>
    public Livestream? TakeWriting() => Interlocked.Exchange(ref _writing, null);

    /// <summary>Waits for any of it.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => _wake.Reader.ReadAsync(cancellation);
}

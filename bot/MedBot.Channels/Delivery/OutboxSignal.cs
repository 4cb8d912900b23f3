using System.Threading.Channels;

namespace MedBot.Channels.Delivery;

/// <summary>Tells this process's dispatcher that something is waiting, so that it need not be found by looking.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _waiting = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _waiting.Writer.TryWrite(true);

    /// <summary>Returns when something is waiting, or after the time at the latest.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await _waiting.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing was said to be waiting; what another process left may be.
        }
    }
}

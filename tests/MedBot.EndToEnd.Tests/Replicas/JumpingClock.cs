namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>A machine's clock that somebody sets, forwards and back. Timers run on, as they do on a machine. Thread-safe.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _offset;

    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}

namespace MedBot.EndToEnd.Tests;

/// <summary>The machine's clock, set ahead by as much as a test says.</summary>
public sealed class AheadClock : TimeProvider
{
    private long _aheadTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));
}

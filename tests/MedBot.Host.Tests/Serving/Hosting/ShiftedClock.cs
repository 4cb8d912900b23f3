namespace MedBot.Host.Tests.Serving.Hosting;

/// <summary>The system's clock, so many days later.</summary>
internal sealed class ShiftedClock(int days) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(days);
}

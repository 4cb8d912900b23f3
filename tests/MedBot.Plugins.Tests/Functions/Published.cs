using MedBot.Plugins.Functions;

namespace MedBot.Plugins.Tests.Functions;

/// <summary>The functions over the checked-out knowledge on a day that stands still.</summary>
internal static class Published
{
    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static PolicyFunctions Functions { get; } = new(CheckedOutKnowledge.Base, CheckedOutKnowledge.Plugins, new SetDay(Today));

    private sealed class SetDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
    }
}

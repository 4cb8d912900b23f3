namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>How much is done in a run: little in each, much at night (MEDBOT_NIGHTLY=1, tests/run --nightly).</summary>
internal static class Runs
{
    private static readonly bool Nightly = Environment.GetEnvironmentVariable("MEDBOT_NIGHTLY") is { Length: > 0 };

    public static int Kills { get; } = Nightly ? 20 : 3;

    public static int Outages { get; } = Nightly ? 6 : 1;
}

using FsCheck;

namespace MedBot.Policy.Tests.Settlement;

/// <summary>How often a property is tried: on 1,000 made-up bills, on 100,000 when MEDBOT_NIGHTLY is 1. Seeded: a failure comes again.</summary>
internal static class Trials
{
    public static Config Config { get; } = Config.QuickThrowOnFailure.WithQuietOnSuccess(true)
        .WithMaxTest(Environment.GetEnvironmentVariable("MEDBOT_NIGHTLY") == "1" ? 100_000 : 1_000)
        .WithReplay(new Replay(new Rnd(20261121, 38765043), Microsoft.FSharp.Core.FSharpOption<int>.None));
}

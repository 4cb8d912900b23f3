using System.Diagnostics.CodeAnalysis;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace MedBot.Understanding.Tests;

/// <summary>Starts xunit as its own generated entry point would.</summary>
[ExcludeFromCodeCoverage]
internal static class TestRun
{
    public static Task<int> Start(string[] args) => args.Any(arg => arg is "-automated" or "@@")
        ? ConsoleRunner.Run(args)
        : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}

using System.CommandLine;
using MedBot.Host.Composition;
using MedBot.Host.Serving;

namespace MedBot.Host.CommandLine;

/// <summary>serve, also what happens without a command: the web server. Other options go to the configuration, such as --urls.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "网页和各渠道的服务（默认）") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, _) => RunAsync(parsed.UnmatchedTokens));
        return command;
    }

    public static Task<int> RunAsync(IEnumerable<string> settings) => MedBotWebHost.RunAsync(
        [.. settings],
        services => services.AddDialog());
}

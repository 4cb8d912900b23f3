using MedBot.Host.Serving;

namespace MedBot.Host.Composition;

/// <summary>
/// Where knowledge/ lies: where Knowledge:Path of the configuration says (from the checkout, or from the binary when
/// published), else knowledge/ there.
/// </summary>
internal static class KnowledgeLocation
{
    public const string Section = "Knowledge";

    /// <param name="option">The folder named on the command line, from the working folder; null when none is.</param>
    public static string FromCommandLine(string? option)
    {
        if (!string.IsNullOrWhiteSpace(option))
            return Path.GetFullPath(option);
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        return From(configuration);
    }

    public static string From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<KnowledgeOptions>() ?? new KnowledgeOptions();
        return Path.GetFullPath(string.IsNullOrWhiteSpace(options.Path) ? new KnowledgeOptions().Path : options.Path, InstallationRoot.Folder);
    }
}

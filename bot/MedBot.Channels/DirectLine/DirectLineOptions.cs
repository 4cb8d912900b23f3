using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>Section DirectLine of the configuration.</summary>
public sealed class DirectLineOptions
{
    /// <summary>
    /// What a trusted server shows to get tokens for its users. The first one signs the tokens, all are accepted, so one
    /// can be replaced without a break. Without any, Direct Line serves callers on this machine only.
    /// </summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>How long a token opens its conversation. Clients renew theirs every 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:20:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a browser can come back to its conversation without having spoken in it.</summary>
    [Range(typeof(TimeSpan), "00:20:00", "365.00:00:00")]
    public TimeSpan ResumeLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Origins of other sites whose pages may show the chat (https://www.example.gov.cn). The server's own page always may.</summary>
    public string[] TrustedOrigins { get; set; } = [];

    /// <summary>Largest body of an activity, in bytes.</summary>
    [Range(1024, 4 * 1024 * 1024)]
    public int LargestActivity { get; set; } = 256 * 1024;

    /// <summary>Largest upload, in bytes: its files and what is around them.</summary>
    [Range(1024, 28 * 1024 * 1024)]
    public int LargestUpload { get; set; } = 4 * 1024 * 1024;

    /// <summary>Longest text of a message, in UTF-16 units.</summary>
    [Range(100, 100_000)]
    public int LongestText { get; set; } = 4000;
}

[OptionsValidator]
internal sealed partial class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>;

/// <summary>The rules that attributes cannot say.</summary>
internal sealed class DirectLineSecretsValidator : IValidateOptions<DirectLineOptions>
{
    /// <summary>Shorter ones can be guessed from one token.</summary>
    private const int ShortestSecret = 32;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        if (options.Secrets.Any(secret => secret.Length < ShortestSecret))
            return ValidateOptionsResult.Fail($"DirectLine:Secrets: each needs at least {ShortestSecret} characters.");
        return options.TrustedOrigins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
            ? ValidateOptionsResult.Fail($"DirectLine:TrustedOrigins: '{wrong}' is not an origin such as https://www.example.gov.cn (no path, no slash at the end).")
            : ValidateOptionsResult.Success;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.GetLeftPart(UriPartial.Authority) == text;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Webhook;

/// <summary>Section Webhook of the configuration: other platforms, such as a city's 12345 line, that pass residents' questions on.</summary>
public sealed class WebhookOptions
{
    /// <summary>What callers sign with, at least 32 characters each. All are accepted, so one can be replaced without a break. Without any the channel is off.</summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>How far a request's timestamp may be from the server's clock.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan OldestRequest { get; set; } = TimeSpan.FromMinutes(5);
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;

/// <summary>The rule that attributes cannot say.</summary>
internal sealed class WebhookSecretsValidator : IValidateOptions<WebhookOptions>
{
    private const int ShortestSecret = 32;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options) => options.Secrets.Any(secret => secret.Length < ShortestSecret)
        ? ValidateOptionsResult.Fail($"Webhook:Secrets: each needs at least {ShortestSecret} characters.")
        : ValidateOptionsResult.Success;
}

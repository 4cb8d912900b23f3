using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving.Limits;

/// <summary>
/// Section RateLimits of the configuration: how many requests a minute are taken, evenly, and how many at once before that
/// counts. The defaults leave a resident alone, who types a message every few seconds at most, and keep a program that
/// runs wild from taking the server to itself.
/// </summary>
public sealed class RateLimitsOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>From one address (an IPv6 network of a home or site counts as one). Many residents can share one: a service hall, a campus, a mobile network.</summary>
    [Range(1, 1_000_000)]
    public int AddressPerMinute { get; set; } = 600;

    [Range(1, 1_000_000)]
    public int AddressBurst { get; set; } = 300;

    /// <summary>Messages with one Direct Line token, that is in one conversation.</summary>
    [Range(1, 1_000_000)]
    public int ConversationPerMinute { get; set; } = 30;

    [Range(1, 1_000_000)]
    public int ConversationBurst { get; set; } = 15;

    /// <summary>From one address to the addresses for programs (/api/v1, /mcp).</summary>
    [Range(1, 10_000_000)]
    public int ApiPerMinute { get; set; } = 6_000;

    [Range(1, 10_000_000)]
    public int ApiBurst { get; set; } = 600;

    /// <summary>From one address of a platform (WeChat, WeCom, the Connector, the webhook), which brings the messages of a whole city.</summary>
    [Range(1, 10_000_000)]
    public int PlatformPerMinute { get; set; } = 60_000;

    [Range(1, 10_000_000)]
    public int PlatformBurst { get; set; } = 6_000;
}

[OptionsValidator]
internal sealed partial class RateLimitsOptionsValidator : IValidateOptions<RateLimitsOptions>;

using System.Net;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving.Limits;

/// <summary>Section ForwardedHeaders of the configuration.</summary>
public sealed class ReverseProxyOptions
{
    /// <summary>
    /// Addresses (10.0.0.5) or networks (10.0.0.0/8) of the proxies in front. What they say in X-Forwarded-For and
    /// X-Forwarded-Proto is believed, what anybody else says is not.
    /// </summary>
    public string[] KnownProxies { get; set; } = [];
}

internal sealed class ReverseProxyOptionsValidator : IValidateOptions<ReverseProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ReverseProxyOptions options) =>
        options.KnownProxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) is { } wrong
            ? ValidateOptionsResult.Fail($"ForwardedHeaders:KnownProxies: '{wrong}' is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/8.")
            : ValidateOptionsResult.Success;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Connector;

/// <summary>Section Connector of the configuration: the bot's registration with Azure Bot Service.</summary>
public sealed class ConnectorOptions
{
    /// <summary>The app id of the registration. Without one, /api/messages answers callers on this machine only, unauthenticated, as the Emulator wants it.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The registration's secret, for calls back to the channels.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>The tenant that gives out tokens; another one for a single-tenant registration.</summary>
    [Required]
    public string Tenant { get; set; } = "botframework.com";

    /// <summary>Hosts that replies may be posted to besides this machine and what a verified token vouches for.</summary>
    public string[] TrustedServiceHosts { get; set; } = [];

    /// <summary>Where the channels' signing keys are published.</summary>
    [Required, Url]
    public string ChannelMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the Emulator's signing keys are published.</summary>
    [Required, Url]
    public string EmulatorMetadata { get; set; } = "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration";

    /// <summary>Largest body of an activity, in bytes.</summary>
    [Range(1024, 4 * 1024 * 1024)]
    public int LargestActivity { get; set; } = 256 * 1024;

    /// <summary>Longest text of a message, in UTF-16 units.</summary>
    [Range(100, 100_000)]
    public int LongestText { get; set; } = 4000;

    public bool IsRegistered => AppId.Length > 0;
}

[OptionsValidator]
internal sealed partial class ConnectorOptionsValidator : IValidateOptions<ConnectorOptions>;

/// <summary>The rules that attributes cannot say.</summary>
internal sealed class ConnectorRegistrationValidator : IValidateOptions<ConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectorOptions options) => options switch
    {
        { AppId.Length: > 0, AppSecret.Length: 0 } => ValidateOptionsResult.Fail("Connector:AppSecret is missing beside Connector:AppId."),
        { AppId.Length: 0, AppSecret.Length: > 0 } => ValidateOptionsResult.Fail("Connector:AppId is missing beside Connector:AppSecret."),
        _ => ValidateOptionsResult.Success,
    };
}

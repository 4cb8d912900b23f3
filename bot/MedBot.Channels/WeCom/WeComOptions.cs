using System.ComponentModel.DataAnnotations;
using MedBot.Channels.WeChat;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.WeCom;

/// <summary>Section WeCom of the configuration: an application of 企业微信.</summary>
public sealed class WeComOptions
{
    /// <summary>The token from the application's console. Without it the channel is off.</summary>
    public string Token { get; set; } = "";

    /// <summary>The company's id, to which all messages are addressed.</summary>
    public string CorpId { get; set; } = "";

    /// <summary>The key for messages, which are always encrypted; 43 characters.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>The key before a change.</summary>
    public string PreviousEncodingAesKey { get; set; } = "";

    /// <summary>How far a request's timestamp may be from the server's clock.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan OldestRequest { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The platform gives up on a passive reply after 5 s and sends the message again; stay under it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:04.900")]
    public TimeSpan ReplyDeadline { get; set; } = TimeSpan.FromSeconds(4.5);
}

[OptionsValidator]
internal sealed partial class WeComOptionsValidator : IValidateOptions<WeComOptions>;

/// <summary>The rules that attributes cannot say.</summary>
internal sealed class WeComKeysValidator : IValidateOptions<WeComOptions>
{
    public ValidateOptionsResult Validate(string? name, WeComOptions options) => options switch
    {
        { Token: "" } => ValidateOptionsResult.Success,
        { CorpId: "" } => ValidateOptionsResult.Fail("WeCom:CorpId is missing beside WeCom:Token."),
        _ when !MessageCipher.IsKey(options.EncodingAesKey) => ValidateOptionsResult.Fail("WeCom:EncodingAesKey: 43 letters and digits, as the console shows them."),
        { PreviousEncodingAesKey: not "" } when !MessageCipher.IsKey(options.PreviousEncodingAesKey) => ValidateOptionsResult.Fail("WeCom:PreviousEncodingAesKey: 43 letters and digits, as the console shows them."),
        _ => ValidateOptionsResult.Success,
    };
}

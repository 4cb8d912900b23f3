using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.WeChat;

/// <summary>
/// Section WeChat of the configuration: an Official Account. Verified accounts are served like unverified ones, by the
/// passive reply alone; what needs a verified account's permissions is asked for separately.
/// </summary>
public sealed class WeChatOptions
{
    /// <summary>The token from the account's console. Without it the channel is off.</summary>
    public string Token { get; set; } = "";

    /// <summary>The account's id; needed with <see cref="EncodingAesKey"/> and <see cref="AppSecret"/>.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The account's secret, for calls to the platform: its menu and customer-service messages. The callback needs none.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>True where the account may send customer-service messages (a verified one): an answer that took longer than the passive reply may is sent after it. Otherwise residents type 继续.</summary>
    public bool CustomerService { get; set; }

    /// <summary>The key for encrypted messages, 43 characters; without it only plain ones are taken.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>The key before a change; the platform goes on using it for a while.</summary>
    public string PreviousEncodingAesKey { get; set; } = "";

    /// <summary>
    /// True to refuse plain messages, whose signature does not cover what they say. Without a word here: true as soon as
    /// there is an <see cref="EncodingAesKey"/>, since compatible and safe mode both encrypt. False only for the minutes in
    /// which the console is changed from plain mode.
    /// </summary>
    public bool? RequireEncryption { get; set; }

    internal bool TakesPlain => !(RequireEncryption ?? EncodingAesKey.Length > 0);

    /// <summary>How far a request's timestamp may be from the server's clock.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan OldestRequest { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The platform gives up on a passive reply after 5 s and sends the message again; stay under it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:04.900")]
    public TimeSpan ReplyDeadline { get; set; } = TimeSpan.FromSeconds(4.5);
}

[OptionsValidator]
internal sealed partial class WeChatOptionsValidator : IValidateOptions<WeChatOptions>;

/// <summary>The rules that attributes cannot say.</summary>
internal sealed class WeChatKeysValidator : IValidateOptions<WeChatOptions>
{
    public ValidateOptionsResult Validate(string? name, WeChatOptions options) => options switch
    {
        { Token: "" } => ValidateOptionsResult.Success,
        { EncodingAesKey: not "" } when !MessageCipher.IsKey(options.EncodingAesKey) => ValidateOptionsResult.Fail("WeChat:EncodingAesKey: 43 letters and digits, as the console shows them."),
        { PreviousEncodingAesKey: not "" } when !MessageCipher.IsKey(options.PreviousEncodingAesKey) => ValidateOptionsResult.Fail("WeChat:PreviousEncodingAesKey: 43 letters and digits, as the console shows them."),
        { EncodingAesKey: not "", AppId: "" } => ValidateOptionsResult.Fail("WeChat:AppId is missing beside WeChat:EncodingAesKey."),
        { EncodingAesKey: "", PreviousEncodingAesKey: not "" } => ValidateOptionsResult.Fail("WeChat:EncodingAesKey is missing beside WeChat:PreviousEncodingAesKey."),
        { AppSecret: not "", AppId: "" } => ValidateOptionsResult.Fail("WeChat:AppId is missing beside WeChat:AppSecret."),
        { CustomerService: true, AppSecret: "" } => ValidateOptionsResult.Fail("WeChat:CustomerService needs WeChat:AppSecret."),
        { EncodingAesKey: "", RequireEncryption: true } => ValidateOptionsResult.Fail("WeChat:RequireEncryption needs WeChat:EncodingAesKey."),
        _ => ValidateOptionsResult.Success,
    };
}

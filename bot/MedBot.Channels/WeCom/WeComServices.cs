using System.Collections.Immutable;
using MedBot.Channels.WeChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.WeCom;

/// <summary>企业微信 as part of a web application: WeChat's wire, always encrypted, addressed to the company.</summary>
internal static class WeComServices
{
    public const string Channel = "wecom", Path = "/wecom";

    public static IServiceCollection AddWeCom(this IServiceCollection services)
    {
        services.AddOptions<WeComOptions>().BindConfiguration("WeCom").ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeComOptions>, WeComOptionsValidator>();
        return services.AddSingleton<IValidateOptions<WeComOptions>, WeComKeysValidator>();
    }

    public static void MapWeCom(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WeComOptions>>().Value;
        if (options.Token.Length == 0)
            return;
        ImmutableArray<string> keys = [options.EncodingAesKey, options.PreviousEncodingAesKey];
        CallbackEndpoints.Map(app, Path, new CallbackAccount(
            Channel,
            options.Token,
            options.CorpId,
            [.. keys.Where(key => key.Length > 0).Select(key => new MessageCipher(key))],
            EchoesPlain: false,
            TakesPlain: false,
            options.OldestRequest,
            options.ReplyDeadline,
            SendsLater: false));
    }
}

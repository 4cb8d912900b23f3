using System.Collections.Immutable;
using MedBot.Channels.Delivery;
using MedBot.Channels.WeChat.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.WeChat;

/// <summary>The WeChat Official Account as part of a web application.</summary>
internal static class WeChatServices
{
    public const string Channel = "wechat", Path = "/wechat";

    public static IServiceCollection AddWeChat(this IServiceCollection services)
    {
        services.AddOptions<WeChatOptions>().BindConfiguration("WeChat").ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsValidator>();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatKeysValidator>();
        services.AddWeChatPlatform();
        services.AddSingleton<IDeliverer, WeChatDeliverer>();
        return services.AddSingleton<PlatformInbox>();
    }

    public static void MapWeChat(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WeChatOptions>>().Value;
        if (options.Token.Length == 0)
            return;
        ImmutableArray<string> keys = [options.EncodingAesKey, options.PreviousEncodingAesKey];
        CallbackEndpoints.Map(app, Path, new CallbackAccount(
            Channel,
            options.Token,
            options.AppId,
            [.. keys.Where(key => key.Length > 0).Select(key => new MessageCipher(key))],
            EchoesPlain: true,
            options.TakesPlain,
            options.OldestRequest,
            options.ReplyDeadline,
            options.CustomerService));
    }
}

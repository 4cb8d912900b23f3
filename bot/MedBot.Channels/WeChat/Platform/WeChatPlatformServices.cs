using Microsoft.Extensions.DependencyInjection;

namespace MedBot.Channels.WeChat.Platform;

/// <summary>Calls to the platform as services.</summary>
internal static class WeChatPlatformServices
{
    private const int LargestAnswer = 64 * 1024;

    public static IServiceCollection AddWeChatPlatform(this IServiceCollection services)
    {
        // The platform takes its token in the address, so addresses must not be logged.
        services.AddHttpClient(WeChatPlatform.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), LargestAnswer))
            .RemoveAllLoggers();
        return services.AddSingleton<WeChatPlatform>();
    }
}

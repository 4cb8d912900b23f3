using MedBot.Channels.WeChat.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.WeChat.Menu;

/// <summary>Puts a menu in the place of the one that the account has.</summary>
public sealed class MenuPublisher : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="configuration">Where section WeChat stands, with AppId and AppSecret.</param>
    /// <param name="network">Answers in the platform's place; null to call the platform.</param>
    /// <exception cref="OptionsValidationException">The section is not as it should be; or AppId or AppSecret is missing.</exception>
    public MenuPublisher(IConfiguration configuration, HttpMessageHandler? network = null)
    {
        var services = new ServiceCollection().AddSingleton(configuration).AddSingleton(TimeProvider.System);
        services.AddOptions<WeChatOptions>().BindConfiguration("WeChat")
            .Validate(options => options.AppId.Length > 0 && options.AppSecret.Length > 0, "WeChat:AppId 和 WeChat:AppSecret 要在配置里写好，才能更新菜单。");
        services.AddWeChatPlatform();
        if (network is not null)
            services.AddHttpClient(WeChatPlatform.Client).ConfigurePrimaryHttpMessageHandler(() => network);
        _services = services.BuildServiceProvider();
        _ = _services.GetRequiredService<IOptions<WeChatOptions>>().Value;
    }

    /// <summary>What went wrong, in words for staff; null when the menu is in place. Residents see it within a day, those who open the account anew at once.</summary>
    public async Task<string?> PublishAsync(WeChatMenu menu, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(menu);
        try
        {
            await _services.GetRequiredService<WeChatPlatform>().PostAsync("menu/create", menu.ToJson(), cancellation);
            return null;
        }
        catch (PlatformException refused)
        {
            return $"微信没有接受：{refused.Message}{HintOf(refused.Code)}";
        }
        catch (HttpRequestException failure)
        {
            return $"连不上 {WeChatPlatform.Address.Host}（{failure.HttpRequestError}）。";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{WeChatPlatform.Address.Host} 没有及时回应。";
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string HintOf(int code) => code switch
    {
        40164 => "。请在公众号后台把这台机器的公网地址加进 IP 白名单。",
        40013 or 40125 or 40001 => "。请核对 AppId 和 AppSecret。",
        48001 => "。这个账号没有自定义菜单接口的权限（未认证的订阅号只能在后台编辑菜单）。",
        _ => "",
    };
}

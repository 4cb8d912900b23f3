using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.WeChat.Platform;

/// <summary>Calls to the platform for an account: https://api.weixin.qq.com. The access token is kept until shortly before it runs out. Thread-safe.</summary>
internal sealed class WeChatPlatform(IOptions<WeChatOptions> options, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "WeChatPlatform";

    public static readonly Uri Address = new("https://api.weixin.qq.com/cgi-bin/");

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _fetching = new(1);
    private string? _token;
    private DateTimeOffset _goodUntil;

    /// <summary>Posts a body to an address below cgi-bin. A token that the platform no longer knows is replaced once.</summary>
    /// <exception cref="PlatformException">The platform refused, or gave no token.</exception>
    /// <exception cref="HttpRequestException">It was not reached.</exception>
    public async Task PostAsync(string path, string json, CancellationToken cancellation)
    {
        var token = await TokenAsync(cancellation);
        var answer = await CallAsync($"{path}?access_token={Uri.EscapeDataString(token)}", json, cancellation);
        if (PlatformException.IsStaleToken(answer.ErrorCode))
        {
            Interlocked.CompareExchange(ref _token, null, token);
            answer = await CallAsync($"{path}?access_token={Uri.EscapeDataString(await TokenAsync(cancellation))}", json, cancellation);
        }

        if (answer.ErrorCode != 0)
            throw new PlatformException(answer.ErrorCode, answer.ErrorMessage);
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        await _fetching.WaitAsync(cancellation);
        try
        {
            if (_token is null || clock.GetUtcNow() >= _goodUntil)
                await FetchAsync(cancellation);
            return _token!;
        }
        finally
        {
            _fetching.Release();
        }
    }

    // The stable token: asking for it again does not end the one that another replica is using.
    private async Task FetchAsync(CancellationToken cancellation)
    {
        var request = new TokenRequest("client_credential", options.Value.AppId, options.Value.AppSecret);
        var answer = await CallAsync("stable_token", JsonSerializer.Serialize(request, PlatformJson.Readable.TokenRequest), cancellation);
        _token = answer.AccessToken ?? throw new PlatformException(answer.ErrorCode, answer.ErrorMessage);
        _goodUntil = clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin;
    }

    private async Task<PlatformAnswer> CallAsync(string path, string json, CancellationToken cancellation)
    {
        using var client = http.CreateClient(Client);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(Address, path), content, cancellation);
        response.EnsureSuccessStatusCode();
        try
        {
            return await response.Content.ReadFromJsonAsync(PlatformJson.Readable.PlatformAnswer, cancellation) ?? throw new JsonException();
        }
        catch (JsonException unreadable)
        {
            throw new HttpRequestException("The platform did not answer in JSON.", unreadable);
        }
    }
}

using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Connector;

/// <summary>The bot's own token for calls to channels, kept until shortly before it runs out.</summary>
internal sealed class ConnectorTokens(IOptions<ConnectorOptions> options, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _fetching = new(1);
    private string? _token;
    private DateTimeOffset _goodUntil;

    /// <exception cref="HttpRequestException">The token could not be got.</exception>
    public async Task<string> GetAsync(CancellationToken cancellation)
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

    /// <summary>Forgets a token that a channel has refused.</summary>
    public void Forget(string token) => Interlocked.CompareExchange(ref _token, null, token);

    public void Dispose() => _fetching.Dispose();

    private async Task FetchAsync(CancellationToken cancellation)
    {
        var registration = options.Value;
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", registration.AppId),
            new("client_secret", registration.AppSecret),
            new("scope", "https://api.botframework.com/.default"),
        ]);
        using var client = http.CreateClient(ConnectorServices.MetadataClient);
        using var answer = await client.PostAsync(new Uri($"https://login.microsoftonline.com/{registration.Tenant}/oauth2/v2.0/token"), form, cancellation);
        answer.EnsureSuccessStatusCode();
        var issued = await answer.Content.ReadFromJsonAsync(ConnectorJson.Default.IssuedToken, cancellation);
        _token = issued?.AccessToken ?? throw new HttpRequestException("The token endpoint answered without a token.");
        _goodUntil = clock.GetUtcNow() + TimeSpan.FromSeconds(issued.ExpiresIn) - Margin;
    }
}

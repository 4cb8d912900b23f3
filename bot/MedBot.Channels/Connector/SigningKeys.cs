using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace MedBot.Channels.Connector;

/// <summary>
/// The keys that an issuer publishes, fetched when first needed and again once a day, or sooner when a token names a key
/// that is not among them. When they cannot be fetched the former ones hold.
/// </summary>
internal sealed partial class SigningKeys(string metadataAddress, HttpClient http, TimeProvider clock, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Tokens with made-up keys must not make the server ask the issuer all the time.</summary>
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _fetching = new(1);
    private ImmutableArray<PublishedKey> _keys = [];
    private DateTimeOffset _fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <summary>The key of that id; null when the issuer publishes none.</summary>
    public async Task<PublishedKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        if (Known(keyId) is { } known && clock.GetUtcNow() - _fetchedAt < Lifetime)
            return known;

        await _fetching.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (now - _triedAt >= LeastInterval)
            {
                _triedAt = now;
                _keys = await FetchAsync(cancellation);
                _fetchedAt = now;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            NotFetched(logger, metadataAddress, failure.Message);
        }
        finally
        {
            _fetching.Release();
        }

        return Known(keyId);
    }

    public void Dispose() => _fetching.Dispose();

    private PublishedKey? Known(string keyId) => _keys.FirstOrDefault(key => key.Key.KeyId == keyId);

    private async Task<ImmutableArray<PublishedKey>> FetchAsync(CancellationToken cancellation)
    {
        using var metadata = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(metadataAddress), cancellation));
        var address = metadata.RootElement.GetProperty("jwks_uri").GetString() ?? throw new JsonException("jwks_uri is null.");
        using var published = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(address), cancellation));
        return [.. published.RootElement.GetProperty("keys").EnumerateArray().Select(PublishedKey.Read)];
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Error, Message = "The signing keys of {Metadata} could not be fetched: {Reason}")]
    private static partial void NotFetched(ILogger logger, string metadata, string reason);
}

/// <summary>A published key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">The channels that it may sign for; null when the issuer names none.</param>
internal sealed record PublishedKey(JsonWebKey Key, ImmutableArray<string>? Endorsements)
{
    public static PublishedKey Read(JsonElement json)
    {
        ImmutableArray<string>? endorsements = json.TryGetProperty("endorsements", out var named)
            ? [.. named.EnumerateArray().Select(channel => channel.GetString() ?? "")]
            : null;
        return new PublishedKey(new JsonWebKey(json.GetRawText()), endorsements);
    }
}

using System.Buffers.Text;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// Signs and reads tokens: JSON Web Tokens with HMAC-SHA256. The key comes from the configured secret; without one it is
/// made once and kept with the conversations, so that tokens outlive a restart and hold on every replica.
/// </summary>
internal sealed class DirectLineTokens(IOptions<DirectLineOptions> options, IConversationStore store, TimeProvider clock) : IDisposable
{
    /// <summary>Time to open a stream after its address was handed out.</summary>
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);

    private const int MostVerified = 20_000;

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly SemaphoreSlim _loading = new(1);
    // Tokens whose signature was found right, so that a conversation's next call need not have it reckoned again.
    private readonly MemoryCache _verified = new(new MemoryCacheOptions { SizeLimit = MostVerified });
    private ImmutableArray<byte[]> _keys;

    public async Task<string> SignAsync(TokenClaims claims, TimeSpan lifetime, CancellationToken cancellation)
    {
        var keys = await KeysAsync(cancellation);
        var dated = claims with { ExpiresAt = (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds() };
        var payload = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(dated, TokenJson.Default.TokenClaims))}";
        return $"{payload}.{Base64Url.EncodeToString(Signature(keys[0], payload))}";
    }

    public async Task<TokenReading> ReadAsync(string token, TokenUse use, CancellationToken cancellation)
    {
        if (_verified.TryGetValue(token, out TokenClaims? known))
            return Reading(known!, use);
        var end = token.LastIndexOf('.');
        if (end < 0 || token.Length > 4096 || !token.StartsWith(Header, StringComparison.Ordinal))
            return new TokenReading.Invalid();

        var payload = token[..end];
        if (!IsSigned(await KeysAsync(cancellation), payload, token.AsSpan(end + 1)))
            return new TokenReading.Invalid();

        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload.AsSpan(Header.Length + 1)), TokenJson.Default.TokenClaims)!;
        if (claims.Use == TokenUse.Conversation)
            _verified.Set(token, claims, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt) });
        return Reading(claims, use);
    }

    public void Dispose()
    {
        _loading.Dispose();
        _verified.Dispose();
    }

    public static bool SecretIs(string presented, string secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(presented)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private TokenReading Reading(TokenClaims claims, TokenUse use)
    {
        if (claims.Use != use)
            return new TokenReading.Invalid();
        return clock.GetUtcNow().ToUnixTimeSeconds() >= claims.ExpiresAt ? new TokenReading.Expired() : new TokenReading.Valid(claims);
    }

    private static bool IsSigned(ImmutableArray<byte[]> keys, string payload, ReadOnlySpan<char> encoded)
    {
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        if (!Base64Url.IsValid(encoded, out var length) || length != signature.Length || !Base64Url.TryDecodeFromChars(encoded, signature, out _))
            return false;

        var signed = false;
        foreach (var key in keys)
            signed |= CryptographicOperations.FixedTimeEquals(Signature(key, payload), signature);
        return signed;
    }

    private static byte[] Signature(byte[] key, string payload) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(payload));

    private async ValueTask<ImmutableArray<byte[]>> KeysAsync(CancellationToken cancellation)
    {
        if (!_keys.IsDefault)
            return _keys;
        await _loading.WaitAsync(cancellation);
        try
        {
            if (_keys.IsDefault)
                _keys = options.Value.Secrets is { Length: > 0 } secrets ? [.. secrets.Select(KeyOf)] : [await SharedKeyAsync(cancellation)];
            return _keys;
        }
        finally
        {
            _loading.Release();
        }
    }

    private static byte[] KeyOf(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), SHA256.HashSizeInBytes, info: "medbot direct line tokens"u8.ToArray());

    private async Task<byte[]> SharedKeyAsync(CancellationToken cancellation)
    {
        var candidate = ImmutableCollectionsMarshal.AsImmutableArray(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
        return ImmutableCollectionsMarshal.AsArray(await store.SharedSecretAsync("direct line tokens", candidate, cancellation))!;
    }
}

/// <summary>What a presented token turned out to be.</summary>
internal abstract record TokenReading
{
    private TokenReading() { }

    public sealed record Valid(TokenClaims Claims) : TokenReading;

    /// <summary>Ours, but past its time.</summary>
    public sealed record Expired : TokenReading;

    /// <summary>Not ours, damaged, or of another use.</summary>
    public sealed record Invalid : TokenReading;
}

using System.Security.Cryptography;

namespace MedBot.Channels.WeChat;

/// <summary>
/// A plain request's signature covers its timestamp and nonce, not its body. So a pair that came with one body is refused
/// with another: an address that somebody overheard is good for nothing new. Within this process. Thread-safe.
/// </summary>
/// <param name="lifetime">How long a pair is remembered: as long as its timestamp is accepted.</param>
internal sealed class ReplayGuard(TimeSpan lifetime, TimeProvider clock)
{
    /// <summary>Many times what comes in within the lifetime; beyond it the oldest are forgotten.</summary>
    private const int Most = 200_000;

    private readonly Lock _guard = new();
    private readonly Dictionary<(string Timestamp, string Nonce), Guid> _bodies = [];
    private readonly Queue<((string Timestamp, string Nonce) Pair, DateTimeOffset At)> _byAge = [];

    /// <summary>False when the pair came with another body before.</summary>
    public bool Accepts(string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        var fingerprint = new Guid(SHA256.HashData(body).AsSpan(0, 16));
        var now = clock.GetUtcNow();
        lock (_guard)
        {
            while (_byAge.TryPeek(out var oldest) && (_byAge.Count >= Most || oldest.At + lifetime + lifetime < now))
                _bodies.Remove(_byAge.Dequeue().Pair);
            if (_bodies.TryGetValue((timestamp, nonce), out var known))
                return known == fingerprint;
            _bodies.Add((timestamp, nonce), fingerprint);
            _byAge.Enqueue(((timestamp, nonce), now));
            return true;
        }
    }
}

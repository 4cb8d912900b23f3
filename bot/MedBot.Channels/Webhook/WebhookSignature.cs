using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.Webhook;

/// <summary>
/// A request is signed with HMAC-SHA256 over its timestamp, a full stop and its body. It is good for a few minutes; sent
/// again within them it gets the same answer, since the body names its message.
/// </summary>
internal sealed class WebhookSignature(WebhookOptions options, TimeProvider clock)
{
    public const string TimestampHeader = "X-MedBot-Timestamp", SignatureHeader = "X-MedBot-Signature";

    private const string Scheme = "sha256=";

    /// <exception cref="RefusedRequestException">400, 401 or 403.</exception>
    public void Require(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var timestamp = request.Headers[TimestampHeader].ToString();
        var presented = request.Headers[SignatureHeader].ToString();
        if (timestamp.Length == 0 || presented.Length == 0)
            throw new RefusedRequestException(StatusCodes.Status401Unauthorized, "MissingSignature", $"{TimestampHeader} and {SignatureHeader} are needed.");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", $"{TimestampHeader} must be a number of seconds.");

        var signed = false;
        foreach (var secret in options.Secrets)
            signed |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(presented), Encoding.UTF8.GetBytes(Of(secret, timestamp, body)));
        if (!signed)
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, "BadSignature", "The signature is not right.");
        if (Math.Abs((decimal)clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > (decimal)options.OldestRequest.TotalSeconds)
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, "Stale", "The timestamp is too far from the server's clock.");
    }

    private static string Of(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        Scheme + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(timestamp + "."), .. body]));
}

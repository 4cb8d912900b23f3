using System.Security.Cryptography;
using System.Text;

namespace MedBot.Channels.Tests.Webhook;

/// <summary>Another platform, signing as the README says.</summary>
internal static class WebhookCaller
{
    public const string Secret = "a-secret-of-at-least-32-characters";

    public static void Sign(HttpRequestMessage request, byte[] body, DateTimeOffset at, string secret = Secret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString();
        request.Headers.Add("X-MedBot-Timestamp", timestamp);
        request.Headers.Add("X-MedBot-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body])));
    }
}

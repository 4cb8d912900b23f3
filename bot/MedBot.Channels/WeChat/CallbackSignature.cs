using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MedBot.Channels.WeChat;

/// <summary>The platform's signature: SHA-1 over the parts in ordinal order, joined, as 40 lower-case digits. The token is one of the parts.</summary>
internal static class CallbackSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "The platform prescribes SHA-1.")]
    public static string Of(params string[] parts)
    {
        var sorted = parts.Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    /// <summary>Compares in a time that does not tell how much of the signature is right.</summary>
    public static bool Matches(string presented, params string[] parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(presented), Encoding.UTF8.GetBytes(Of(parts)));
}

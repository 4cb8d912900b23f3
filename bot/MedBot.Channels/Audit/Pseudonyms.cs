using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Audit;

/// <summary>
/// What a conversation is called in logs. Its id can name the resident (on WeChat it holds the open id), so it is never
/// logged itself; who has the id and the key finds its lines, nobody finds the id from them.
/// </summary>
public sealed class Pseudonyms(IOptions<AuditOptions> options)
{
    private const int BytesShown = 8, BytesOnStack = 256;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Key);

    /// <summary>The first 16 hex digits of the HMAC-SHA256 of the id.</summary>
    public string Of(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetMaxByteCount(conversationId.Length);
        if (length <= BytesOnStack)
        {
            Span<byte> id = stackalloc byte[BytesOnStack];
            HMACSHA256.HashData(_key, id[..Encoding.UTF8.GetBytes(conversationId, id)], hash);
        }
        else
        {
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(conversationId), hash);
        }

        return Convert.ToHexStringLower(hash[..BytesShown]);
    }
}

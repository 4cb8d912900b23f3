using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MedBot.Channels.WeChat;

/// <summary>
/// The encryption that WeChat and WeCom share: AES-256-CBC over 16 random bytes, the length as four bytes in network
/// order, the text, and the id of the receiver, filled up to 32 bytes. It does not protect the text against change: check
/// the signature first. Thread-safe.
/// </summary>
internal sealed class MessageCipher
{
    private const int RandomBytes = 16, LengthBytes = 4, Block = 32;

    private readonly byte[] _key;

    /// <param name="encodingAesKey">The 43 characters that the platform's console shows.</param>
    /// <exception cref="ArgumentException">It is not such a key; see <see cref="IsKey"/>.</exception>
    public MessageCipher(string encodingAesKey) =>
        _key = IsKey(encodingAesKey) ? Convert.FromBase64String(encodingAesKey + "=") : throw new ArgumentException("An EncodingAESKey has 43 letters and digits.", nameof(encodingAesKey));

    public static bool IsKey(string text) => text.Length == 43 && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The text for a receiver, in Base64.</summary>
    public string Encrypt(string text, string receiverId)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var receiver = Encoding.UTF8.GetBytes(receiverId);
        var used = RandomBytes + LengthBytes + bytes.Length + receiver.Length;
        var padding = Block - used % Block;
        var plain = new byte[used + padding];
        RandomNumberGenerator.Fill(plain.AsSpan(0, RandomBytes));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), bytes.Length);
        bytes.CopyTo(plain, RandomBytes + LengthBytes);
        receiver.CopyTo(plain, RandomBytes + LengthBytes + bytes.Length);
        plain.AsSpan(used).Fill((byte)padding);

        using var aes = Aes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <summary>True when the text was encrypted with this key for this receiver.</summary>
    public bool TryDecrypt(string encrypted, string receiverId, [NotNullWhen(true)] out string? text)
    {
        text = null;
        var cipherText = new byte[encrypted.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(encrypted, cipherText, out var length) || length == 0 || length % 16 != 0)
            return false;

        using var aes = Aes();
        var plain = aes.DecryptCbc(cipherText.AsSpan(0, length), _key.AsSpan(0, 16), PaddingMode.None).AsSpan();
        var padding = plain[^1];
        if (padding is 0 or > Block || plain.Length < padding + RandomBytes + LengthBytes)
            return false;

        var content = plain[(RandomBytes + LengthBytes)..^padding];
        var textLength = BinaryPrimitives.ReadUInt32BigEndian(plain[RandomBytes..]);
        if (textLength > content.Length || !content[(int)textLength..].SequenceEqual(Encoding.UTF8.GetBytes(receiverId)))
            return false;
        return StrictText.TryDecode(content[..(int)textLength], out text);
    }

    private Aes Aes()
    {
        var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = _key;
        return aes;
    }
}

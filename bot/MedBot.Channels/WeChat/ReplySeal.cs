using System.Globalization;
using System.Security.Cryptography;

namespace MedBot.Channels.WeChat;

/// <summary>How an answer goes back: as the message came.</summary>
internal abstract record ReplySeal
{
    private ReplySeal() { }

    /// <summary>The answer's XML as it is sent.</summary>
    public abstract string Close(string xml, DateTimeOffset at);

    public sealed record Open : ReplySeal
    {
        public override string Close(string xml, DateTimeOffset at) => xml;
    }

    /// <summary>With the key that the message came with: after a change of keys the platform may still be using the former one.</summary>
    public sealed record Encrypted(CallbackAccount Account, MessageCipher Cipher) : ReplySeal
    {
        public override string Close(string xml, DateTimeOffset at)
        {
            var encrypted = Cipher.Encrypt(xml, Account.ReceiverId);
            var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var nonce = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
            var signature = CallbackSignature.Of(Account.Token, timestamp, nonce, encrypted);
            return $"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature><TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>";
        }
    }
}

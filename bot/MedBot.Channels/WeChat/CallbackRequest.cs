using System.Globalization;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.WeChat;

/// <summary>A call on the callback address, checked: who makes it knows the token, and made it just now.</summary>
internal sealed class CallbackRequest(CallbackAccount account, ReplayGuard replays, TimeProvider clock)
{
    /// <summary>Fifty times the longest message that a resident can send.</summary>
    private const int LargestBody = 128 * 1024;

    private static readonly string[] XmlTypes = ["text/xml", "application/xml"];

    /// <summary>The address is being registered: what to answer.</summary>
    /// <exception cref="RefusedRequestException">400 or 403.</exception>
    public string Verify(HttpRequest request)
    {
        var (timestamp, nonce, echo) = (Parameter(request, "timestamp"), Parameter(request, "nonce"), Parameter(request, "echostr"));
        if (account.EchoesPlain && request.Query.ContainsKey("signature"))
        {
            RequireSignature(Parameter(request, "signature"), timestamp, nonce);
            return echo;
        }

        RequireSignature(Parameter(request, "msg_signature"), timestamp, nonce, echo);
        return Decrypt(echo).Text;
    }

    /// <summary>The XML that was delivered, and how its answer is to be sealed.</summary>
    /// <exception cref="RefusedRequestException">4xx.</exception>
    public async Task<(string Xml, ReplySeal Seal)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (timestamp, nonce) = (Parameter(request, "timestamp"), Parameter(request, "nonce"));
        var encrypted = !account.TakesPlain || request.Query["encrypt_type"] == "aes";
        // The one signature covers the body and is checked with it; the other does not, and is checked before anything is read.
        if (!encrypted)
            RequireSignature(Parameter(request, "signature"), timestamp, nonce);
        RequireRecent(timestamp);
        RequireXml(request);

        var body = await RequestBody.ReadAsync(request, LargestBody, cancellation);
        if (!StrictText.TryDecode(body.Span, out var xml))
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadXml", "The body is not UTF-8.");
        if (!encrypted)
        {
            return replays.Accepts(timestamp, nonce, body.Span)
                ? (xml, new ReplySeal.Open())
                : throw Forbidden("Replayed", "This timestamp and nonce came with another body before.");
        }

        var sealedText = CallbackXml.Read(xml).GetValueOrDefault("Encrypt", "");
        RequireSignature(Parameter(request, "msg_signature"), timestamp, nonce, sealedText);
        var (text, cipher) = Decrypt(sealedText);
        return (text, new ReplySeal.Encrypted(account, cipher));
    }

    private (string Text, MessageCipher Cipher) Decrypt(string encrypted)
    {
        foreach (var cipher in account.Ciphers)
        {
            if (cipher.TryDecrypt(encrypted, account.ReceiverId, out var text))
                return (text, cipher);
        }

        throw Forbidden("NotDecrypted", "It was not encrypted with a configured key for the configured receiver.");
    }

    private void RequireSignature(string presented, params string[] parts)
    {
        if (!CallbackSignature.Matches(presented, [account.Token, .. parts]))
            throw Forbidden("BadSignature", "The signature is not right.");
    }

    private void RequireRecent(string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", "timestamp must be a number.");
        if (Math.Abs((decimal)clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > (decimal)account.OldestRequest.TotalSeconds)
            throw Forbidden("Stale", "The timestamp is too far from the server's clock.");
    }

    // The platform has left the type out before; a wrong one it has never sent.
    private static void RequireXml(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim() ?? "";
        if (type.Length > 0 && !XmlTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Content-Type must be text/xml; choose XML in the platform's console.");
    }

    private static string Parameter(HttpRequest request, string name) => request.Query[name] switch
    {
        [{ Length: > 0 } only] => only,
        _ => throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", $"The query needs {name}, once."),
    };

    private static RefusedRequestException Forbidden(string code, string message) => new(StatusCodes.Status403Forbidden, code, message);
}

using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.Connector;

/// <summary>Where a channel wants its replies, with how far it is trusted.</summary>
internal sealed record ServiceUrl(Uri Address, ServiceTrust Trust)
{
    /// <summary>Judges what an activity says.</summary>
    /// <param name="text">The activity's serviceUrl.</param>
    /// <param name="vouchedFor">True when a verified token carries the same address.</param>
    /// <param name="trustedHosts">Hosts that the configuration names.</param>
    /// <exception cref="RefusedRequestException">400, it is missing or no web address.</exception>
    public static ServiceUrl Of(string? text, bool vouchedFor, IReadOnlyCollection<string> trustedHosts)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.UserInfo.Length > 0
            || text.Contains('\\', StringComparison.Ordinal))
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", "serviceUrl must be an http or https address without a user.");
        }

        if (trustedHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
            return new ServiceUrl(address, ServiceTrust.Configured);
        return new ServiceUrl(address, vouchedFor && address.Scheme == Uri.UriSchemeHttps ? ServiceTrust.Internet : ServiceTrust.ThisMachine);
    }

    /// <summary>The address that replies are posted to. The service's own path is kept, ids are escaped.</summary>
    public Uri Reply(string conversationId, string? replyToId)
    {
        var path = Address.AbsolutePath.EndsWith('/') ? Address.AbsolutePath : Address.AbsolutePath + "/";
        var reply = replyToId is null ? "" : "/" + Uri.EscapeDataString(replyToId);
        return new Uri($"{Address.GetLeftPart(UriPartial.Authority)}{path}v3/conversations/{Uri.EscapeDataString(conversationId)}/activities{reply}");
    }
}

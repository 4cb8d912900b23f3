using System.Net.Http.Headers;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MedBot.Channels.Connector;

/// <summary>
/// Decides who posted an activity, by the Connector's published rules. Tokens of channels are from
/// https://api.botframework.com, for our app id, signed with a key that is endorsed for the channel, and vouch for the
/// service address. Tokens of the Emulator are from the two Bot Framework tenants and name our app id as their own.
/// </summary>
internal sealed class ConnectorAuthentication : IDisposable
{
    private const string ChannelIssuer = "https://api.botframework.com";

    /// <summary>Difference between clocks that the rules allow.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    private static readonly string[] EmulatorIssuers =
    [
        .. EmulatorTenants.Select(tenant => $"https://sts.windows.net/{tenant}/"),
        .. EmulatorTenants.Select(tenant => $"https://login.microsoftonline.com/{tenant}/v2.0"),
    ];

    private readonly ConnectorOptions _options;
    private readonly TimeProvider _clock;
    private readonly SigningKeys _channelKeys;
    private readonly SigningKeys _emulatorKeys;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public ConnectorAuthentication(IOptions<ConnectorOptions> options, IHttpClientFactory http, TimeProvider clock, ILogger<ConnectorAuthentication> logger)
    {
        _options = options.Value;
        _clock = clock;
        _channelKeys = new SigningKeys(_options.ChannelMetadata, http.CreateClient(ConnectorServices.MetadataClient), clock, logger);
        _emulatorKeys = new SigningKeys(_options.EmulatorMetadata, http.CreateClient(ConnectorServices.MetadataClient), clock, logger);
    }

    /// <param name="context">The request.</param>
    /// <param name="channelId">The channel that the activity claims to come from.</param>
    /// <param name="serviceUrl">The service address that the activity claims.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedRequestException">401 or 403.</exception>
    public async Task<ConnectorCaller> OfAsync(HttpContext context, string? channelId, string? serviceUrl, CancellationToken cancellation)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
            return await VerifyAsync(header, channelId, serviceUrl, cancellation);
        if (_options.IsRegistered)
            throw Unauthorized("A token of the channel is needed.");
        if (!LocalCaller.Is(context))
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, "NotConfigured", "Without Connector:AppId in the configuration the server answers callers on its own machine only.");
        return ConnectorCaller.Local;
    }

    public void Dispose()
    {
        _channelKeys.Dispose();
        _emulatorKeys.Dispose();
    }

    // A token that is there must hold, also where none is needed.
    private async Task<ConnectorCaller> VerifyAsync(string header, string? channelId, string? serviceUrl, CancellationToken cancellation)
    {
        if (!_options.IsRegistered
            || !AuthenticationHeaderValue.TryParse(header, out var parsed)
            || !parsed.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || !_handler.CanReadToken(parsed.Parameter))
        {
            throw Unauthorized("The token does not hold.");
        }

        var token = _handler.ReadJsonWebToken(parsed.Parameter);
        var isEmulator = EmulatorIssuers.Contains(token.Issuer, StringComparer.Ordinal);
        var key = await (isEmulator ? _emulatorKeys : _channelKeys).FindAsync(token.Kid ?? "", cancellation);
        if (key is null || !(await _handler.ValidateTokenAsync(token, Rules(key, isEmulator))).IsValid)
            throw Unauthorized("The token does not hold.");
        return isEmulator ? OfEmulator(token) : OfChannel(token, key, channelId, serviceUrl);
    }

    private TokenValidationParameters Rules(PublishedKey key, bool isEmulator) => new()
    {
        IssuerSigningKey = key.Key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidIssuers = isEmulator ? EmulatorIssuers : [ChannelIssuer],
        ValidAudience = _options.AppId,
        LifetimeValidator = (from, until, _, _) => IsInTime(from, until),
    };

    private bool IsInTime(DateTime? from, DateTime? until)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || now > start - Skew);
    }

    private ConnectorCaller OfEmulator(JsonWebToken token)
    {
        var claim = token.TryGetValue<string>("ver", out var version) && version == "2.0" ? "azp" : "appid";
        return token.TryGetValue<string>(claim, out var app) && app == _options.AppId
            ? new ConnectorCaller(true, null)
            : throw Unauthorized("The token is another app's.");
    }

    private static ConnectorCaller OfChannel(JsonWebToken token, PublishedKey key, string? channelId, string? serviceUrl)
    {
        if (key.Endorsements is { } endorsements && !endorsements.Contains(channelId ?? ""))
            throw Unauthorized("The token's key is not endorsed for the channel.");
        token.TryGetValue<string>("serviceurl", out var vouched);
        var caller = new ConnectorCaller(true, vouched);
        return caller.VouchesFor(serviceUrl) ? caller : throw Unauthorized("The token is for another service address.");
    }

    private static RefusedRequestException Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "Unauthorized", message);
}

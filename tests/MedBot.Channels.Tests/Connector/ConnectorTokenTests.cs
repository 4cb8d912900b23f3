using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Channels.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MedBot.Channels.Tests.Connector;

/// <summary>The Connector's rules for tokens, with tokens signed by keys of the test.</summary>
public sealed class ConnectorTokenTests : IAsyncLifetime, IDisposable
{
    private const string AppId = "00000000-0000-0000-0000-00000000a001";
    private const string ServiceUrl = "https://smba.example/apis/";
    private const string EmulatorV2 = "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";
    private const string EmulatorV1 = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private readonly RSA _channelKey = RSA.Create(2048);
    private readonly RSA _emulatorKey = RSA.Create(2048);
    private readonly RSA _strangersKey = RSA.Create(2048);
    private RecordedService _service = null!;
    private ChannelServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RecordedService.StartAsync();
        _service.Names["smba.example"] = [IPAddress.Parse("52.112.0.1")];
        _service.Names["inside.example"] = [IPAddress.Parse("10.0.0.5"), IPAddress.Loopback];
        _server = await ChannelServer.StartAsync(
            services =>
            {
                _service.Register(services);
                services.AddHttpClient("ConnectorMetadata").ConfigurePrimaryHttpMessageHandler(() => new Issuers(this));
            },
            ("Connector:AppId", AppId),
            ("Connector:AppSecret", "secret"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose()
    {
        _channelKey.Dispose();
        _emulatorKey.Dispose();
        _strangersKey.Dispose();
    }

    [Fact]
    public async Task ATokenOfAChannelOpens() => Assert.Equal(HttpStatusCode.OK, await PostAsync(ChannelToken()));

    [Fact]
    public async Task WithoutATokenNothingOpens() => Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(null));

    [Theory]
    [InlineData("2.0", "azp", EmulatorV2)]
    [InlineData("1.0", "appid", EmulatorV1)]
    public async Task ATokenOfTheEmulatorOpens(string version, string appClaim, string issuer) =>
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Token(_emulatorKey, "emulator-1", issuer, AppId, new() { ["ver"] = version, [appClaim] = AppId })));

    [Theory]
    [InlineData("2.0", "appid")]
    [InlineData("1.0", "azp")]
    [InlineData("2.0", "nothing")]
    public async Task AnEmulatorTokenOfAnotherAppIsRefused(string version, string appClaim) =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync(Token(_emulatorKey, "emulator-1", EmulatorV2, AppId, new() { ["ver"] = version, [appClaim] = AppId })));

    [Fact]
    public async Task ForgedTokensAreRefused()
    {
        var claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl };
        string[] forged =
        [
            Token(_strangersKey, "channel-1", "https://api.botframework.com", AppId, claims),
            Token(_strangersKey, "unknown", "https://api.botframework.com", AppId, claims),
            Token(_channelKey, "channel-1", "https://api.botframework.com.evil.example", AppId, claims),
            Token(_channelKey, "channel-1", EmulatorV2, AppId, new() { ["ver"] = "2.0", ["azp"] = AppId }),
            Token(_emulatorKey, "emulator-1", "https://api.botframework.com", AppId, claims),
            Token(_channelKey, "channel-1", "https://api.botframework.com", "another app", claims),
            Token(_channelKey, "channel-1", "https://api.botframework.com", AppId, new() { ["serviceurl"] = "https://elsewhere.example/" }),
            Token(_channelKey, "channel-1", "https://api.botframework.com", AppId, []),
            Token(_channelKey, "channel-unendorsed", "https://api.botframework.com", AppId, claims),
            WithoutSignature(ChannelToken()),
            SignedWithThePublicKey(),
            ChannelToken()[..^8] + "AAAAAAAA",
        ];

        foreach (var token in forged)
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(token));
        Assert.Empty(_server.Dialog.Asked);
    }

    [Theory]
    [InlineData(-299, HttpStatusCode.OK)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    public async Task AnExpiredTokenHoldsForFiveMinutesOfSkew(int expiresInSeconds, HttpStatusCode status) =>
        Assert.Equal(status, await PostAsync(ChannelToken(expires: TimeSpan.FromSeconds(expiresInSeconds))));

    [Fact]
    public async Task AVouchedServiceIsCalledOnTheInternet()
    {
        await PostAsync(ChannelToken());

        await ConnectedAsync();
        Assert.Equal(IPAddress.Parse("52.112.0.1"), _service.Connected.First());
    }

    [Fact]
    public async Task AVouchedServiceInsideThePrivateNetworkIsNotCalled()
    {
        const string Inside = "https://inside.example/";
        await PostAsync(ChannelToken(serviceUrl: Inside), Inside);

        while ((await _server.Store.ReadDeadAsync(10, TestContext.Current.CancellationToken)).IsEmpty)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Empty(_service.Connected);
    }

    private string ChannelToken(TimeSpan? expires = null, string serviceUrl = ServiceUrl) =>
        Token(_channelKey, "channel-1", "https://api.botframework.com", AppId, new() { ["serviceurl"] = serviceUrl }, expires);

    private string Token(RSA key, string keyId, string issuer, string audience, Dictionary<string, object> claims, TimeSpan? expires = null)
    {
        var now = _server.Clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.AddHours(-1),
            Expires = now + (expires ?? TimeSpan.FromHours(1)),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.RsaSha256),
        });
    }

    private static string WithoutSignature(string token) =>
        Base64UrlEncoder.Encode("""{"alg":"none","kid":"channel-1","typ":"JWT"}""") + token[token.IndexOf('.', StringComparison.Ordinal)..(token.LastIndexOf('.') + 1)];

    // The classic confusion: the public key taken for a shared secret.
    private string SignedWithThePublicKey()
    {
        var token = ChannelToken();
        var payload = Base64UrlEncoder.Encode("""{"alg":"HS256","kid":"channel-1","typ":"JWT"}""") + token[token.IndexOf('.', StringComparison.Ordinal)..token.LastIndexOf('.')];
        var signature = HMACSHA256.HashData(_channelKey.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(payload));
        return $"{payload}.{Base64UrlEncoder.Encode(signature)}";
    }

    private async Task<HttpStatusCode> PostAsync(string? token, string serviceUrl = ServiceUrl)
    {
        using var http = _server.Client();
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var message = ConnectorTests.Message(Guid.NewGuid().ToString("N"), "问", serviceUrl, channel: "webchat");
        using var answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }

    private async Task ConnectedAsync()
    {
        while (_service.Connected.Count == 0)
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The issuers' published addresses.</summary>
    private sealed class Issuers(ConnectorTokenTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var json = request.RequestUri!.AbsoluteUri switch
            {
                "https://login.botframework.com/v1/.well-known/openidconfiguration" => """{"jwks_uri":"https://login.botframework.com/keys"}""",
                "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration" => """{"jwks_uri":"https://login.microsoftonline.com/keys"}""",
                "https://login.botframework.com/keys" => Keys(Key(test._channelKey, "channel-1", "webchat"), Key(test._channelKey, "channel-unendorsed", "msteams")),
                "https://login.microsoftonline.com/keys" => Keys(Key(test._emulatorKey, "emulator-1")),
                "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token" => """{"access_token":"bot token","expires_in":3600}""",
                _ => throw new InvalidOperationException($"Nothing is published at {request.RequestUri}."),
            };
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        }

        private static string Keys(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();

        private static JsonObject Key(RSA key, string keyId, params string[] endorsements)
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            var published = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = keyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            };
            if (endorsements.Length > 0)
                published["endorsements"] = JsonSerializer.SerializeToNode(endorsements);
            return published;
        }
    }
}

using System.Net;

namespace MedBot.Channels.Connector;

/// <summary>
/// HTTP clients for calls to services, one for each degree of trust, so that a connection opened under one is never used
/// under another. Addresses are judged after the name was resolved and the judged one is connected to; redirects are not
/// followed and no proxy is asked.
/// </summary>
internal sealed class ServiceClients(IServiceNetwork network) : IDisposable
{
    /// <summary>A channel that takes longer is taken for down; the reply is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int LargestAnswer = 64 * 1024;

    private readonly Dictionary<ServiceTrust, HttpClient> _clients = Enum.GetValues<ServiceTrust>().ToDictionary(trust => trust, trust => Create(trust, network));

    public HttpClient For(ServiceTrust trust) => _clients[trust];

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }

    private static HttpClient Create(ServiceTrust trust, IServiceNetwork network)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = (context, cancellation) => ConnectAsync(trust, network, context.DnsEndPoint, cancellation),
        };
        return new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
    }

    private static async ValueTask<Stream> ConnectAsync(ServiceTrust trust, IServiceNetwork network, DnsEndPoint place, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(place.Host, out var literal) ? [literal] : await network.ResolveAsync(place.Host, cancellation);
        Exception? failure = null;
        foreach (var address in addresses.Where(address => AddressRules.Allow(trust, address)))
        {
            try
            {
                return await network.ConnectAsync(address, place.Port, cancellation);
            }
            catch (Exception unreachable) when (unreachable is System.Net.Sockets.SocketException or IOException)
            {
                failure = unreachable;
            }
        }

        throw failure ?? new UntrustedServiceException();
    }
}

/// <summary>A service's name stands for no address that may be called.</summary>
internal sealed class UntrustedServiceException() : Exception("The service URL stands for no address that may be called.");

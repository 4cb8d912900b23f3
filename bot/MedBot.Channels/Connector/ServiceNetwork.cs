using System.Net;
using System.Net.Sockets;

namespace MedBot.Channels.Connector;

/// <summary>The network under the calls to services; tests put a recorder here.</summary>
internal interface IServiceNetwork
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation);

    Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation);
}

internal sealed class ServiceNetwork : IServiceNetwork
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) => Dns.GetHostAddressesAsync(host, cancellation);

    public async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

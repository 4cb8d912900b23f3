using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace MedBot.Host.Serving.Limits;

/// <summary>Whose requests count together: an IPv4 address, or the /64 network that a home or site has of IPv6.</summary>
internal readonly record struct CallerAddress(RequestScope Scope, bool IsCounted, ulong Network)
{
    /// <summary>
    /// Not counted: what needs no limit, and callers on this machine. Behind a proxy here that is not configured, all
    /// residents seem to be one such caller.
    /// </summary>
    public static CallerAddress Of(HttpContext context, RequestScope scope) =>
        scope != RequestScope.Reading && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)
            ? new CallerAddress(scope, IsCounted: true, NetworkOf(address))
            : default;

    private static ulong NetworkOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return address.IsIPv4MappedToIPv6 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}

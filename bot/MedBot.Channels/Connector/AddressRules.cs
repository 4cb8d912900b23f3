using System.Net;
using System.Net.Sockets;

namespace MedBot.Channels.Connector;

/// <summary>Which addresses may be connected to, judged by the number that a name resolved to, not by the name.</summary>
internal static class AddressRules
{
    public static bool Allow(ServiceTrust trust, IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return trust switch
        {
            ServiceTrust.ThisMachine => IPAddress.IsLoopback(address),
            ServiceTrust.Internet => IsPublic(address),
            _ => true,
        };
    }

    private static bool IsPublic(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
            return false;
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublicV4(address) : IsPublicV6(address);
    }

    private static bool IsPublicV4(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return bytes switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 0, 0 or 2, _] or [192, 168, ..] => false,
            [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }

    // Only the block that addresses of the internet are given from, without the forms that wrap an IPv4 address.
    private static bool IsPublicV6(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var isGlobal = (bytes[0] & 0xE0) == 0x20;
        var isTeredoOrDocumentation = bytes is [0x20, 0x01, 0x00, 0x00, ..] or [0x20, 0x01, 0x0D, 0xB8, ..];
        var is6To4 = bytes is [0x20, 0x02, ..];
        return isGlobal && !isTeredoOrDocumentation && !is6To4;
    }
}

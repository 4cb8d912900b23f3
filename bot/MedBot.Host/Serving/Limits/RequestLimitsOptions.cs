using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving.Limits;

/// <summary>Section RequestLimits of the configuration: what one request and one connection may take. Bodies have limits of their own at each channel.</summary>
public sealed class RequestLimitsOptions
{
    /// <summary>Connections at a time; each open chat page holds one.</summary>
    [Range(10, 1_000_000)]
    public int Connections { get; set; } = 20_000;

    /// <summary>How long a request's headers may take to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>All headers of a request, in bytes.</summary>
    [Range(4 * 1024, 256 * 1024)]
    public int LargestHeaders { get; set; } = 16 * 1024;

    /// <summary>How long a connection without a request is kept. Longer than a proxy keeps its own, so that it never sends into a closing one.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(130);
}

[OptionsValidator]
internal sealed partial class RequestLimitsOptionsValidator : IValidateOptions<RequestLimitsOptions>;

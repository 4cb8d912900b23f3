using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Draining;

/// <summary>Section Drain of the configuration: how the program leaves when it is told to stop (SIGTERM).</summary>
public sealed class DrainOptions
{
    /// <summary>
    /// Seconds in which it still serves but no longer reports that it is ready, so that a load balancer sends new
    /// clients elsewhere before the old ones are told to go there. Longer than two of the balancer's probes; 0 without one.
    /// </summary>
    [Range(0, 120)]
    public int Seconds { get; set; }
}

[OptionsValidator]
internal sealed partial class DrainOptionsValidator : IValidateOptions<DrainOptions>;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace MedBot.Host.Serving.Telemetry;

/// <summary>Section Telemetry of the configuration: metrics and traces by OpenTelemetry's protocol.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// Where a collector listens: http://collector:4318. Without it, and without OTEL_EXPORTER_OTLP_ENDPOINT in the
    /// environment, nothing is measured or sent. With the latter alone, the exporter follows all of OTEL_*.
    /// </summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>How the collector at <see cref="OtlpEndpoint"/> is spoken to.</summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.HttpProtobuf;

    /// <summary>Share of requests whose spans are sent, 0 to 1. Metrics count all.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 0.05;

    /// <summary>How often metrics are sent.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MetricsInterval { get; set; } = TimeSpan.FromSeconds(60);
}

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;

/// <summary>The rule that attributes cannot say.</summary>
internal sealed class TelemetryEndpointValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.OtlpEndpoint.Length == 0 || Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Telemetry:OtlpEndpoint is '{options.OtlpEndpoint}': expected an address such as http://collector:4318.");
}

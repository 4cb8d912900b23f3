using System.Reflection;
using MedBot.Channels.Telemetry;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MedBot.Host.Serving.Telemetry;

/// <summary>Sends metrics and traces to a collector while the server runs, and what is left when it stops.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private static readonly string[] Meters =
    [
        TurnMeters.Name + "*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    private static readonly string[] Sources = [TurnMeters.Name, "Microsoft.AspNetCore", "Npgsql"];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The environment's service.name and other attributes win over these.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService("medbot", serviceVersion: Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                Address(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Value.MetricsInterval.TotalMilliseconds;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .SetSampler(Sampler(options.Value.TraceShare))
            .AddProcessor(new PathRemoval())
            .AddOtlpExporter(exporter => Address(exporter, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>What a caller says of sampling is not followed: it could have every request of its own traced.</summary>
    private static ParentBasedSampler Sampler(double share)
    {
        var sampler = new TraceIdRatioBasedSampler(share);
        return new ParentBasedSampler(sampler, remoteParentSampled: sampler);
    }

    private void Address(OtlpExporterOptions exporter, string signal)
    {
        if (options.Value.OtlpEndpoint.Length == 0)
            return;
        var address = new Uri(options.Value.OtlpEndpoint.TrimEnd('/') + "/");
        exporter.Protocol = options.Value.OtlpProtocol;
        exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.Grpc ? address : new Uri(address, signal);
    }
}

using System.Diagnostics;
using OpenTelemetry;

namespace MedBot.Host.Serving.Telemetry;

/// <summary>Takes the addresses of requests out of spans: they hold conversations' ids. The route's pattern stays.</summary>
internal sealed class PathRemoval : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.path", "url.query", "url.full"];

    public override void OnEnd(Activity data)
    {
        foreach (var address in Addresses)
            data.SetTag(address, null);
    }
}

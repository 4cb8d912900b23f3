using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MedBot.Channels.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.Host.Tests.Serving.Telemetry;

/// <summary>What one server measures; others run beside it in the same process.</summary>
internal sealed class Measures : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, bool> _published = new();
    private readonly ConcurrentQueue<string> _taken = new();
    private readonly IMeterFactory _factory;
    private bool _listens;

    public Measures(IServiceProvider services)
    {
        _factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != TurnMeters.Name || instrument.Meter.Scope != _factory)
                return;
            _published[instrument.Name] = instrument.Enabled;
            if (_listens)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Take(instrument, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Take(instrument, tags));
    }

    /// <summary>Each measurement's instrument and attributes.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    /// <summary>True when somebody else listens to the instrument.</summary>
    public bool WereWanted(string instrument)
    {
        _listener.Start();
        return _published[instrument];
    }

    public void Listen()
    {
        _listens = true;
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var attributes = tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
        _taken.Enqueue(string.Join(' ', [instrument.Name, .. attributes]));
    }
}

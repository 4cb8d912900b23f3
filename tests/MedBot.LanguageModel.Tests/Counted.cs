using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MedBot.LanguageModel.Tests;

/// <summary>What the counters have counted since it was made.</summary>
internal sealed class Counted : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _values = new();
    private readonly MeterListener _listener = new();

    public Counted(ModelCounters counters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (counters.Owns(instrument.Meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _values.AddOrUpdate(instrument.Name + (tags.Length > 0 ? " " + tags[0].Value : ""), value, (_, sum) => sum + value));
        _listener.Start();
    }

    public string Fallbacks() => Of("medbot.model.fallbacks");

    public string Fenced() => Of("medbot.model.fenced");

    public long Sentences() => _values.GetValueOrDefault("medbot.model.sentences");

    public void Dispose() => _listener.Dispose();

    private string Of(string name) => string.Join(", ", _values.Where(value => value.Key.StartsWith(name, StringComparison.Ordinal)).OrderBy(value => value.Key).Select(value => $"{value.Key[(name.Length + 1)..]} {value.Value}"));
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MedBot.Channels.Telemetry;

/// <summary>
/// What can be counted of turns and deliveries. Attributes are channel, intent, kind of answer, outcome and type of error:
/// words of closed sets, never anybody's id or text. Costs nothing while nobody listens. Thread-safe.
/// </summary>
public sealed class TurnMeters
{
    /// <summary>The meter's name, and the name of the source of spans.</summary>
    public const string Name = "MedBot";

    /// <summary>Seconds. A turn takes milliseconds; what takes longer waits for a disk, a database or a language model.</summary>
    private static readonly double[] Buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Histogram<double> _turns;
    private readonly Histogram<double> _dialogs;
    private readonly Histogram<double> _commits;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _repeats;
    private readonly Counter<long> _deliveries;
    private readonly Gauge<long> _waiting;

    public TurnMeters(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var meter = factory.Create(Name);
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets };
        _turns = meter.CreateHistogram("medbot.turn.duration", "s", "From a message's arrival until its answer is kept.", null, advice);
        _dialogs = meter.CreateHistogram("medbot.dialog.duration", "s", "Understanding and answering alone.", null, advice);
        _commits = meter.CreateHistogram("medbot.commit.duration", "s", "Keeping a turn in the database.", null, advice);
        _errors = meter.CreateCounter<long>("medbot.turn.errors", "{error}", "Turns that failed.");
        _repeats = meter.CreateCounter<long>("medbot.turn.repeats", "{message}", "Messages that came again and ran nothing.");
        _deliveries = meter.CreateCounter<long>("medbot.outbox.deliveries", "{delivery}", "Tries to send out a reply.");
        _waiting = meter.CreateGauge<long>("medbot.outbox.waiting", "{delivery}", "Replies that wait to be sent out or are under way, of all processes on the database.");
    }

    internal void Took(string channel, string intent, string kind, TimeSpan elapsed)
    {
        if (_turns.Enabled)
            _turns.Record(elapsed.TotalSeconds, new TagList { { "medbot.channel", channel }, { "medbot.intent", intent }, { "medbot.answer.kind", kind } });
    }

    internal void Answered(string channel, TimeSpan elapsed) => _dialogs.Record(elapsed.TotalSeconds, KeyValuePair.Create<string, object?>("medbot.channel", channel));

    internal void Committed(string channel, TimeSpan elapsed) => _commits.Record(elapsed.TotalSeconds, KeyValuePair.Create<string, object?>("medbot.channel", channel));

    /// <param name="channel">Null when it failed before the conversation was found.</param>
    internal void Failed(string? channel, string errorType)
    {
        var attributes = new TagList { { "error.type", errorType } };
        if (channel is not null)
            attributes.Add("medbot.channel", channel);
        _errors.Add(1, attributes);
    }

    internal void Repeated() => _repeats.Add(1);

    /// <summary>True when somebody wants to know how many wait: counting them asks the database.</summary>
    internal bool CountsWaiting => _waiting.Enabled;

    internal void Waiting(long count) => _waiting.Record(count);

    /// <param name="outcome">arrived, failed (to be tried again) or given_up.</param>
    internal void Tried(string channel, string outcome) => _deliveries.Add(
        1, KeyValuePair.Create<string, object?>("medbot.channel", channel), KeyValuePair.Create<string, object?>("medbot.delivery.outcome", outcome));
}

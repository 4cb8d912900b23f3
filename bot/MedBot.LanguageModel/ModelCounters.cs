using System.Diagnostics;
using System.Diagnostics.Metrics;
using MedBot.LanguageModel.Fence;

namespace MedBot.LanguageModel;

/// <summary>Why a turn was answered without the model's words.</summary>
public enum Fallback
{
    /// <summary>No first word in time, or the turn took too long.</summary>
    Slow,

    /// <summary>The service failed, cut the stream or is known to be down.</summary>
    Failed,

    /// <summary>It refused, or said nothing.</summary>
    Refused,

    /// <summary>Too many rounds or calls, or the same call again.</summary>
    Looping,

    /// <summary>More text than an answer has.</summary>
    TooLong,

    /// <summary>A sentence that the fence held back.</summary>
    Fenced,
}

/// <summary>Counts what the model did and what it used: turns, fallbacks, sentences, tokens. The meter is MedBot.LanguageModel.</summary>
public sealed class ModelCounters : IDisposable
{
    public const string MeterName = "MedBot.LanguageModel";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _turns;
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _sentences;
    private readonly Counter<long> _fenced;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _tokens;

    public ModelCounters()
    {
        _turns = _meter.CreateCounter<long>("medbot.model.turns", description: "Turns that the model was asked to word");
        _fallbacks = _meter.CreateCounter<long>("medbot.model.fallbacks", description: "Turns answered without the model's words, by reason");
        _sentences = _meter.CreateCounter<long>("medbot.model.sentences", description: "Sentences that the fence looked at");
        _fenced = _meter.CreateCounter<long>("medbot.model.fenced", description: "Sentences that the fence held back, by breach");
        _calls = _meter.CreateCounter<long>("medbot.model.calls", description: "Plugin calls by the model, by function");
        _tokens = _meter.CreateCounter<long>("medbot.model.tokens", description: "Tokens used, by direction");
    }

    public void Turn() => _turns.Add(1);

    public void FellBack(Fallback reason) => _fallbacks.Add(1, new TagList { { "reason", reason.ToString() } });

    public void Sentence(Breach? breach)
    {
        _sentences.Add(1);
        if (breach is { } kind)
            _fenced.Add(1, new TagList { { "breach", kind.ToString() } });
    }

    public void Call(string function) => _calls.Add(1, new TagList { { "function", function } });

    public void Tokens(long input, long output)
    {
        _tokens.Add(input, new TagList { { "direction", "input" } });
        _tokens.Add(output, new TagList { { "direction", "output" } });
    }

    internal bool Owns(Meter meter) => ReferenceEquals(meter, _meter);

    public void Dispose() => _meter.Dispose();
}

using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Channels.Turns;
using MedBot.Policy.Answers;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// An answer shown while it is being written, as Web Chat understands it: typing activities with the whole text so far, and
/// a message in their place. Like a typing notice they are not kept, not polled, and move no watermark. Thread-safe.
/// </summary>
/// <param name="streams">Who looks on.</param>
/// <param name="conversationId">The conversation.</param>
/// <param name="clock">The time on the activities.</param>
internal sealed class Livestream(OpenStreams streams, string conversationId, TimeProvider clock) : ILiveAnswer
{
    private readonly Lock _guard = new();
    private string _text = "";
    private int _sequence;
    private State _state = State.Writing;

    private enum State
    {
        Writing,

        /// <summary>Its place is a message's that is about to be kept.</summary>
        Concluded,

        /// <summary>No message will come.</summary>
        Withdrawn,
    }

    /// <summary>Its id, which is that of the first activity that a client gets of it.</summary>
    public string Id { get; } = $"{conversationId}|live-{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    public bool HasBegun => Volatile.Read(ref _sequence) > 0;

    public void Show(Answer soFar) => Change(State.Writing, MarkdownRenderer.Text(soFar));

    /// <summary>Takes back what was shown, since the turn failed.</summary>
    public void Withdraw()
    {
        if (HasBegun)
            Change(State.Withdrawn, "");
    }

    public Activity Conclude(Activity reply)
    {
        lock (_guard)
            _state = State.Concluded;
        return HasBegun ? reply with { ChannelData = DataOf("final", null, Id) } : reply;
    }

    /// <summary>What a client gets of it now, as a set without a watermark; null when there is nothing more to be shown.</summary>
    /// <param name="begins">True for a client that has seen nothing of it.</param>
    public string? TextNow(bool begins)
    {
        lock (_guard)
        {
            if (_state == State.Concluded || (_state == State.Withdrawn && begins))
                return null;
            // One that informs of nothing takes the place of the text, and Web Chat shows no bubble for it. The first one names
            // itself: without an id Web Chat would order it among the first ones of earlier answers.
            var data = DataOf(_state == State.Withdrawn ? "informative" : "streaming", _sequence, Id);
            var activity = ActivityStamp.Stamp(
                new Activity { Type = ActivityTypes.Typing, Text = _text, TextFormat = "markdown", From = TurnRunner.Bot, ChannelData = data, Locale = "zh-CN" },
                DirectLineChannel.Name,
                conversationId,
                0,
                clock.GetUtcNow());
            return $"{{\"activities\":[{ActivityJson.Write(activity with { Id = begins ? Id : $"{Id}-{_sequence}" })}]}}";
        }
    }

    private void Change(State state, string text)
    {
        lock (_guard)
        {
            if (state == State.Writing && _state != State.Writing)
                return;
            (_state, _text) = (state, text);
            _sequence++;
        }
        foreach (var stream in streams.Of(conversationId))
            stream.Writing(this);
    }

    private static JsonElement DataOf(string type, int? sequence, string id) =>
        JsonSerializer.SerializeToElement(new LivestreamData(type, sequence, id), LivestreamJson.Default.LivestreamData);
}

/// <summary>What Web Chat reads of a livestream in an activity's channel data.</summary>
/// <param name="StreamType">streaming, informative or final.</param>
/// <param name="StreamSequence">Number of the activity, from 1; none on the final one.</param>
/// <param name="StreamId">Id of the first activity.</param>
internal sealed record LivestreamData(string StreamType, int? StreamSequence, string StreamId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LivestreamData))]
internal sealed partial class LivestreamJson : JsonSerializerContext;

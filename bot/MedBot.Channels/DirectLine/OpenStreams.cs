using System.Collections.Immutable;

namespace MedBot.Channels.DirectLine;

/// <summary>The streams that are open on conversations, within this process. Thread-safe.</summary>
internal sealed class OpenStreams
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, ImmutableArray<StreamNews>> _streams = new(StringComparer.Ordinal);

    public ImmutableArray<StreamNews> Of(string conversationId)
    {
        lock (_guard)
            return _streams.GetValueOrDefault(conversationId, []);
    }

    /// <summary>A stream is open until what this gives is disposed.</summary>
    public IDisposable Add(string conversationId, StreamNews news)
    {
        lock (_guard)
            _streams[conversationId] = _streams.GetValueOrDefault(conversationId, []).Add(news);
        return new Closed(this, conversationId, news);
    }

    private void Remove(string conversationId, StreamNews news)
    {
        lock (_guard)
        {
            var left = _streams[conversationId].Remove(news);
            if (left.IsEmpty)
                _streams.Remove(conversationId);
            else
                _streams[conversationId] = left;
        }
    }

    private sealed class Closed(OpenStreams streams, string conversationId, StreamNews news) : IDisposable
    {
        public void Dispose() => streams.Remove(conversationId, news);
    }
}

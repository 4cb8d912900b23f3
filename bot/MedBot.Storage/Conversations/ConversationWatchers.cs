using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MedBot.Storage.Conversations;

/// <summary>Who wants to hear of which conversation, within this process. Thread-safe.</summary>
internal sealed class ConversationWatchers
{
    private readonly ConcurrentDictionary<string, ImmutableList<Watcher>> _byConversation = new(StringComparer.Ordinal);

    public IDisposable Add(string conversationId, Action<LogAddition?> changed)
    {
        var watcher = new Watcher(this, conversationId, changed);
        _byConversation.AddOrUpdate(conversationId, _ => [watcher], (_, others) => others.Add(watcher));
        return watcher;
    }

    /// <param name="conversationId">The conversation.</param>
    /// <param name="added">What was added, where it is at hand.</param>
    public void Tell(string conversationId, LogAddition? added = null)
    {
        if (!_byConversation.TryGetValue(conversationId, out var watchers))
            return;
        foreach (var watcher in watchers)
            watcher.Changed(added);
    }

    /// <summary>Tells all of them: whatever was missed is found by reading after the watermark.</summary>
    public void TellAll()
    {
        foreach (var conversationId in Watched())
            Tell(conversationId);
    }

    /// <summary>The conversations that somebody watches just now.</summary>
    public IEnumerable<string> Watched() => _byConversation.Select(watched => watched.Key);

    private void Remove(Watcher watcher)
    {
        while (_byConversation.TryGetValue(watcher.ConversationId, out var watchers))
        {
            var others = watchers.Remove(watcher);
            var done = others.IsEmpty
                ? _byConversation.TryRemove(new(watcher.ConversationId, watchers))
                : _byConversation.TryUpdate(watcher.ConversationId, others, watchers);
            if (done)
                return;
        }
    }

    private sealed class Watcher(ConversationWatchers owner, string conversationId, Action<LogAddition?> changed) : IDisposable
    {
        public string ConversationId => conversationId;

        public Action<LogAddition?> Changed => changed;

        public void Dispose() => owner.Remove(this);
    }
}

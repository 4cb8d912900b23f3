using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MedBot.Storage.Conversations;

/// <summary>Who wants to hear of which conversation, within this process. Thread-safe.</summary>
internal sealed class ConversationWatchers
{
    private readonly ConcurrentDictionary<string, ImmutableList<Watcher>> _byConversation = new(StringComparer.Ordinal);

    public IDisposable Add(string conversationId, Action changed)
    {
        var watcher = new Watcher(this, conversationId, changed);
        _byConversation.AddOrUpdate(conversationId, _ => [watcher], (_, others) => others.Add(watcher));
        return watcher;
    }

    public void Tell(string conversationId)
    {
        if (!_byConversation.TryGetValue(conversationId, out var watchers))
            return;
        foreach (var watcher in watchers)
            watcher.Changed();
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

    private sealed class Watcher(ConversationWatchers owner, string conversationId, Action changed) : IDisposable
    {
        public string ConversationId => conversationId;

        public Action Changed => changed;

        public void Dispose() => owner.Remove(this);
    }
}

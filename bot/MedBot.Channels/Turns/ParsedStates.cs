using MedBot.Dialogs;
using Microsoft.Extensions.Caching.Memory;

namespace MedBot.Channels.Turns;

/// <summary>
/// The states of conversations that are being talked in, so that they need not be read from JSON at every turn. What the
/// store holds is what counts: when its JSON is another, because another process took a turn, that is read. Thread-safe.
/// </summary>
public sealed class ParsedStates : IDisposable
{
    private const int Most = 4096;

    /// <summary>A resident who says nothing for so long has left.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(3);

    private readonly MemoryCache _states = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The state that a conversation's JSON holds.</summary>
    public ConversationState Of(string conversationId, string json) =>
        _states.TryGetValue(conversationId, out Parsed? known) && known!.Json == json ? known.State : ConversationState.FromJson(json);

    /// <summary>Keeps the state that was just written as the JSON.</summary>
    public void Keep(string conversationId, string json, ConversationState state) =>
        _states.Set(conversationId, new Parsed(json, state), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Pause });

    /// <summary>Nothing of the conversation is to be left.</summary>
    public void Forget(string conversationId) => _states.Remove(conversationId);

    public void Dispose() => _states.Dispose();

    private sealed record Parsed(string Json, ConversationState State);
}

namespace MedBot.Channels.Turns;

/// <summary>
/// Lets one turn of a conversation through at a time within this process, in the order in which they came; other
/// conversations never wait. Thread-safe. Over several processes the store's watermark does the same; the gate saves
/// the turns that would be computed for nothing.
/// </summary>
public sealed class ConversationGate
{
    private readonly Dictionary<string, Door> _doors = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn. Dispose what it returns to let the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(string conversationId, CancellationToken cancellation)
    {
        Door door;
        lock (_doors)
        {
            if (!_doors.TryGetValue(conversationId, out door!))
                _doors.Add(conversationId, door = new Door(this, conversationId));
            door.Users++;
        }

        try
        {
            await door.Semaphore.WaitAsync(cancellation);
        }
        catch
        {
            Leave(door);
            throw;
        }

        return new Passage(door);
    }

    private void Leave(Door door)
    {
        lock (_doors)
        {
            if (--door.Users > 0)
                return;
            _doors.Remove(door.ConversationId);
        }

        door.Semaphore.Dispose();
    }

    private sealed class Door(ConversationGate gate, string conversationId)
    {
        public ConversationGate Gate => gate;

        public string ConversationId => conversationId;

        public SemaphoreSlim Semaphore { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Passage(Door door) : IDisposable
    {
        private Door? _door = door;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _door, null) is not { } mine)
                return;
            mine.Semaphore.Release();
            mine.Gate.Leave(mine);
        }
    }
}

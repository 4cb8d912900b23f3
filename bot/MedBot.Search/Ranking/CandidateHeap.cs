namespace MedBot.Search.Ranking;

/// <summary>Keeps the best units seen, at most <see cref="Capacity"/>. Of equal scores the lower unit wins, so that results are stable.</summary>
internal sealed class CandidateHeap
{
    public const int MaximumCapacity = 2048;

    private (int Score, int Unit)[] _items = new (int, int)[64];

    public int Capacity { get; private set; }

    public int Count { get; private set; }

    /// <summary>A unit must score more than this to be kept.</summary>
    public int Threshold => Count < Capacity ? 0 : _items[0].Score;

    public ReadOnlySpan<(int Score, int Unit)> Items => _items.AsSpan(0, Count);

    public void Reset(int capacity)
    {
        if (_items.Length < capacity)
            _items = new (int, int)[capacity];
        (Capacity, Count) = (capacity, 0);
    }

    /// <summary>Puts the items in order of their units; nothing can be pushed afterwards.</summary>
    public void SortByUnit() => _items.AsSpan(0, Count).Sort(static (a, b) => a.Unit.CompareTo(b.Unit));

    public void Push(int score, int unit)
    {
        if (Count < Capacity)
        {
            _items[Count] = (score, unit);
            for (var at = Count++; at > 0 && Worse(_items[at], _items[(at - 1) / 2]); at = (at - 1) / 2)
                (_items[at], _items[(at - 1) / 2]) = (_items[(at - 1) / 2], _items[at]);
            return;
        }

        if (!Worse(_items[0], (score, unit)))
            return;
        _items[0] = (score, unit);
        for (var at = 0; ;)
        {
            var child = 2 * at + 1;
            if (child >= Count)
                return;
            if (child + 1 < Count && Worse(_items[child + 1], _items[child]))
                child++;
            if (!Worse(_items[child], _items[at]))
                return;
            (_items[at], _items[child]) = (_items[child], _items[at]);
            at = child;
        }
    }

    private static bool Worse((int Score, int Unit) a, (int Score, int Unit) b) => a.Score != b.Score ? a.Score < b.Score : a.Unit > b.Unit;
}

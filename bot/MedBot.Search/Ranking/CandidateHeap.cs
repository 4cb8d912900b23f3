namespace MedBot.Search.Ranking;

/// <summary>Keeps the best units seen, at most <see cref="Capacity"/>. Of equal scores the lower unit wins, so that results are stable.</summary>
internal sealed class CandidateHeap
{
    private readonly (int Score, int Unit)[] _items = new (int, int)[256];

    public int Capacity { get; private set; }

    public int Count { get; private set; }

    /// <summary>A unit must score more than this to be kept.</summary>
    public int Threshold => Count < Capacity ? 0 : _items[0].Score;

    public ReadOnlySpan<(int Score, int Unit)> Items => _items.AsSpan(0, Count);

    public void Reset(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, _items.Length);
        (Capacity, Count) = (capacity, 0);
    }

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

    /// <summary>Best first.</summary>
    public void Sort() => _items.AsSpan(0, Count).Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Unit.CompareTo(b.Unit));

    private static bool Worse((int Score, int Unit) a, (int Score, int Unit) b) => a.Score != b.Score ? a.Score < b.Score : a.Unit > b.Unit;
}

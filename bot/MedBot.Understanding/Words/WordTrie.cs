namespace MedBot.Understanding.Words;

/// <summary>Finds the words of a list in a text, each with what it stands for. Immutable once built; a word may stand for several things.</summary>
internal sealed class WordTrie<T>
{
    private readonly Dictionary<(int Node, char Letter), int> _next = [];
    private readonly List<List<T>?> _values = [null];

    public WordTrie(IEnumerable<(string Word, T Value)> words)
    {
        foreach (var (word, value) in words)
        {
            var node = 0;
            foreach (var letter in word)
            {
                if (!_next.TryGetValue((node, letter), out var child))
                {
                    child = _values.Count;
                    _values.Add(null);
                    _next.Add((node, letter), child);
                }
                node = child;
            }
            if (node > 0)
                (_values[node] ??= []).Add(value);
        }
    }

    /// <summary>Every word that starts at the given place, shortest first.</summary>
    public Matches At(ReadOnlySpan<char> text, int start) => new(this, text, start);

    /// <summary>The longest word that starts at the given place; length 0 when none does.</summary>
    public (int Length, IReadOnlyList<T> Values) LongestAt(ReadOnlySpan<char> text, int start)
    {
        (int Length, IReadOnlyList<T> Values) longest = (0, []);
        foreach (var match in At(text, start))
            longest = match;
        return longest;
    }

    /// <summary>Walks down the trie along a text.</summary>
    public ref struct Matches(WordTrie<T> trie, ReadOnlySpan<char> text, int start)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _node;
        private int _length;

        public (int Length, IReadOnlyList<T> Values) Current { get; private set; }

        public readonly Matches GetEnumerator() => this;

        public bool MoveNext()
        {
            while (start + _length < _text.Length && trie._next.TryGetValue((_node, _text[start + _length]), out _node))
            {
                _length++;
                if (trie._values[_node] is { } values)
                {
                    Current = (_length, values);
                    return true;
                }
            }
            return false;
        }
    }
}

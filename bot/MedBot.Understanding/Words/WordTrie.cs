using System.Runtime.CompilerServices;

namespace MedBot.Understanding.Words;

/// <summary>
/// Finds the words of a list in a text, each with what it stands for. Immutable once built; a word may stand for several
/// things. The edges lie in one open-addressed table: tries are built at every start and walked for every character.
/// </summary>
internal sealed class WordTrie<T>
{
    /// <summary>Spreads neighbouring keys over the table (Knuth's multiplicative hashing, 2^64 over the golden ratio).</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly List<List<T>?> _values = [null];

    /// <summary>Node and letter of each edge; 0 where the slot is free, since no edge leads by the letter NUL.</summary>
    private ulong[] _keys = new ulong[16];

    private int[] _children = new int[16];
    private int _shift = 60;
    private int _edges;

    public WordTrie(IEnumerable<(string Word, T Value)> words)
    {
        foreach (var (word, value) in words)
        {
            var node = 0;
            foreach (var letter in word)
                node = ChildOf(node, letter) is > 0 and var child ? child : AddChild(node, letter);
            if (node > 0)
                (_values[node] ??= []).Add(value);
        }
    }

    /// <summary>Every word that starts at the given place, shortest first.</summary>
    public Matches At(ReadOnlySpan<char> text, int start) => new(this, text, start);

    /// <summary>The longest word that starts at the given place; length 0 when none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Length, IReadOnlyList<T> Values) LongestAt(ReadOnlySpan<char> text, int start)
    {
        (int Length, IReadOnlyList<T> Values) longest = (0, []);
        foreach (var match in At(text, start))
            longest = match;
        return longest;
    }

    /// <summary>True when a word stands anywhere in the text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (LongestAt(text, i).Length > 0)
                return true;
        }
        return false;
    }

    /// <summary>The node that a letter leads to; 0 when none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ChildOf(int node, char letter)
    {
        var key = KeyOf(node, letter);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == key)
                return _children[slot];
            if (_keys[slot] == 0)
                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int AddChild(int node, char letter)
    {
        if (++_edges * 2 > _keys.Length)
            Grow();
        _values.Add(null);
        Place(KeyOf(node, letter), _values.Count - 1);
        return _values.Count - 1;
    }

    private void Grow()
    {
        var (keys, children) = (_keys, _children);
        (_keys, _children) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        _shift--;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
                Place(keys[i], children[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(ulong key, int child)
    {
        var slot = SlotOf(key);
        while (_keys[slot] != 0)
            slot = (slot + 1) & (_keys.Length - 1);
        (_keys[slot], _children[slot]) = (key, child);
    }

    private static ulong KeyOf(int node, char letter) => ((ulong)node << 16) | letter;

    private int SlotOf(ulong key) => (int)(unchecked(key * Spread) >> _shift);

    /// <summary>Walks down the trie along a text.</summary>
    public ref struct Matches(WordTrie<T> trie, ReadOnlySpan<char> text, int start)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _node;
        private int _length;

        public (int Length, IReadOnlyList<T> Values) Current { get; private set; }

        public readonly Matches GetEnumerator() => this;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool MoveNext()
        {
            while (start + _length < _text.Length && trie.ChildOf(_node, _text[start + _length]) is > 0 and var child)
            {
                (_node, _length) = (child, _length + 1);
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

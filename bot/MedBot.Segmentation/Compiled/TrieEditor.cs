namespace MedBot.Segmentation.Compiled;

/// <summary>
/// Adds words to a double-array trie. A cell is named by its index, which changes when a later addition has to move it,
/// so no index may be kept across a call to <see cref="Insert"/>. Not thread-safe.
/// </summary>
internal sealed class TrieEditor
{
    private const int Root = 0;

    private readonly Alphabet _alphabet;
    private readonly FreeCells _free;
    private ulong[] _cells;
    private int _lastBase;

    /// <summary>Starts from an empty trie.</summary>
    public TrieEditor(Alphabet alphabet)
        : this(new Trie(alphabet, new ulong[Alphabet.Size + 1]))
    {
    }

    /// <summary>Starts from a copy of <paramref name="trie"/>.</summary>
    public TrieEditor(Trie trie)
    {
        _alphabet = trie.Alphabet;
        _cells = [.. trie.Cells];
        _free = new FreeCells(_cells);
        _lastBase = _cells.Length - Alphabet.Size - 1;
    }

    /// <summary>The trie as it is now, without a copy: good until the next change.</summary>
    public Trie Present => new(_alphabet, _cells);

    /// <summary>A copy of the trie as it is now. Behind the last base there is room for all codes, so that no step needs a check of bounds.</summary>
    public Trie ToTrie() => new(_alphabet, _cells[..(_lastBase + Alphabet.Size + 1)]);

    /// <summary>The cell that <paramref name="word"/> ends in, made if need be together with all cells on the way.</summary>
    public int Insert(ReadOnlySpan<char> word)
    {
        var cell = Root;
        foreach (var c in word)
        {
            var code = _alphabet.Codes[c];
            cell = Child(cell, code) is not 0 and var child ? child : AddChild(cell, code);
        }

        return cell;
    }

    public int ValueOf(int cell) => Cell.Value(_cells[cell]);

    public void SetValue(int cell, int value) =>
        _cells[cell] = Cell.Pack(Cell.Code(_cells[cell]), Cell.Base(_cells[cell]), value);

    /// <summary>Finds room for the children of one cell, marks it as theirs and returns its base. The codes ascend.</summary>
    /// <exception cref="InvalidOperationException">There is no room left.</exception>
    public int AddFamily(ReadOnlySpan<ushort> codes)
    {
        var @base = _free.TakeBase(codes);
        if (@base > Cell.MaxBase)
            throw new InvalidOperationException("The dictionary is full: a trie holds at most 16 million cells.");

        _lastBase = Math.Max(_lastBase, @base);
        if (_cells.Length <= @base + Alphabet.Size)
            Array.Resize(ref _cells, @base + (@base / 2) + Alphabet.Size + 1);
        foreach (var code in codes)
            Set(@base + code, Cell.Pack(code, 0, 0));
        return @base;
    }

    /// <summary>Fills a cell of a family.</summary>
    public void Set(int index, ulong cell)
    {
        _cells[index] = cell;
        _free.Take(index);
    }

    private int Child(int cell, ushort code)
    {
        var @base = Cell.Base(_cells[cell]);
        if (@base == 0 && cell != Root)
            return 0;
        return Cell.Code(_cells[@base + code]) == code ? @base + code : 0;
    }

    private int AddChild(int cell, ushort code)
    {
        var @base = Cell.Base(_cells[cell]);
        if (@base == 0 && cell != Root)
            SetBase(cell, AddFamily([code]));
        else if (_cells[@base + code] == 0)
            Set(@base + code, Cell.Pack(code, 0, 0));
        else
            MoveChildren(cell, code);
        return Child(cell, code);
    }

    // To a place where there is room for one more.
    private void MoveChildren(int parent, ushort added)
    {
        var from = Cell.Base(_cells[parent]);
        var codes = Enumerable.Range(1, Alphabet.Size).Select(code => (ushort)code).Where(code => Cell.Code(_cells[from + code]) == code).ToList();
        var to = AddFamily([.. codes.Append(added).Order()]);
        foreach (var code in codes)
        {
            _cells[to + code] = _cells[from + code];
            _cells[from + code] = 0;
            _free.Release(from + code);
        }

        _free.ReleaseBase(from);
        SetBase(parent, to);
    }

    private void SetBase(int cell, int @base) =>
        _cells[cell] = Cell.Pack(Cell.Code(_cells[cell]), @base, Cell.Value(_cells[cell]));
}

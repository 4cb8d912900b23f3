using System.Collections;
using System.Diagnostics;

namespace MedBot.Segmentation.Compiled;

/// <summary>
/// Adds words to a double-array trie. A cell is named by its index, which changes when a later addition has to move it,
/// so no index may be kept across a call to <see cref="Insert"/>. Not thread-safe; what it made is immutable once taken.
/// </summary>
internal sealed class TrieEditor
{
    private const int Root = 0;
    private const int FirstFree = Alphabet.Size + 1;
    private const int PatientSteps = 8192;

    private readonly Alphabet _alphabet;
    private ulong[] _cells;

    private readonly BitArray _usedBases = new(Cell.MaxBase + 1);
    private int _lastBase;

    // Where to look for room for one child, and for several, which the gaps of a filled region seldom offer.
    private int _firstGap = FirstFree;
    private int _firstWideGap = FirstFree;

    /// <summary>Starts from an empty trie.</summary>
    public TrieEditor(Alphabet alphabet)
        : this(new Trie(alphabet, new ulong[2 * FirstFree]))
    {
    }

    /// <summary>Starts from a copy of <paramref name="trie"/>.</summary>
    public TrieEditor(Trie trie)
    {
        _alphabet = trie.Alphabet;
        _cells = [.. trie.Cells];
        for (var i = 1; i < _cells.Length; i++)
        {
            if (Cell.Base(_cells[i]) is not 0 and var @base)
                UseBase(@base);
        }
    }

    /// <summary>The trie as it is now, without a copy: good until the next change.</summary>
    public Trie Present => new(_alphabet, _cells);

    public Trie ToTrie() => new(_alphabet, _cells[..(_lastBase + FirstFree)]);

    /// <summary>The cell that <paramref name="word"/> ends in, made if need be together with all cells on the way.</summary>
    public int Insert(ReadOnlySpan<char> word)
    {
        var cell = Root;
        foreach (var c in word)
        {
            var code = _alphabet.Codes[c];
            var child = Child(cell, code);
            cell = child != 0 ? child : AddChild(cell, code);
        }

        return cell;
    }

    public int ValueOf(int cell) => Cell.Value(_cells[cell]);

    public void SetValue(int cell, int value) =>
        _cells[cell] = Cell.Pack(Cell.Code(_cells[cell]), Cell.Base(_cells[cell]), value);

    /// <summary>The child of <paramref name="cell"/> for <paramref name="code"/>, or 0.</summary>
    public int Child(int cell, ushort code)
    {
        var @base = Cell.Base(_cells[cell]);
        if (@base == 0 && cell != Root)
            return 0;
        return Cell.Code(_cells[@base + code]) == code ? @base + code : 0;
    }

    /// <summary>Gives a cell without children all of them at once. The codes ascend.</summary>
    public void AddChildren(int cell, ReadOnlySpan<ushort> codes)
    {
        if (cell == Root)
        {
            foreach (var code in codes)
                _cells[code] = Cell.Pack(code, 0, 0);
            return;
        }

        Debug.Assert(Cell.Base(_cells[cell]) == 0, "The cell already has children.");
        var @base = TakeBase(codes);
        foreach (var code in codes)
            _cells[@base + code] = Cell.Pack(code, 0, 0);
        _cells[cell] = Cell.Pack(Cell.Code(_cells[cell]), @base, Cell.Value(_cells[cell]));
    }

    private int AddChild(int cell, ushort code)
    {
        var @base = Cell.Base(_cells[cell]);
        if (@base == 0)
        {
            AddChildren(cell, [code]);
        }
        else if (_cells[@base + code] == 0)
        {
            _cells[@base + code] = Cell.Pack(code, 0, 0);
        }
        else
        {
            var siblings = ChildrenOf(@base);
            Move(cell, siblings, TakeBase([.. siblings.Append(code).Order()]));
            _cells[Cell.Base(_cells[cell]) + code] = Cell.Pack(code, 0, 0);
        }

        return Child(cell, code);
    }

    private List<ushort> ChildrenOf(int @base)
    {
        var codes = new List<ushort>();
        for (ushort code = 1; code <= Alphabet.Size; code++)
        {
            if (Cell.Code(_cells[@base + code]) == code)
                codes.Add(code);
        }

        return codes;
    }

    private void Move(int parent, List<ushort> codes, int to)
    {
        var from = Cell.Base(_cells[parent]);
        foreach (var code in codes)
        {
            _cells[to + code] = _cells[from + code];
            _cells[from + code] = 0;
        }

        _usedBases[from] = false;
        _cells[parent] = Cell.Pack(Cell.Code(_cells[parent]), to, Cell.Value(_cells[parent]));
    }

    // The first base, by its first child's place, that no cell has and under which all codes are free.
    private int TakeBase(ReadOnlySpan<ushort> codes)
    {
        ref var start = ref codes.Length == 1 ? ref _firstGap : ref _firstWideGap;
        for (var index = start; ; index++)
        {
            var @base = index - codes[0];
            while (@base + FirstFree > _cells.Length)
                Grow();
            if (_cells[index] != 0 || @base <= 0 || _usedBases[@base] || !AreFree(@base, codes[1..]))
                continue;

            if (codes.Length == 1 || index - start > PatientSteps)
                start = index;
            UseBase(@base);
            return @base;
        }
    }

    private bool AreFree(int @base, ReadOnlySpan<ushort> codes)
    {
        foreach (var code in codes)
        {
            if (_cells[@base + code] != 0)
                return false;
        }

        return true;
    }

    private void UseBase(int @base)
    {
        _usedBases[@base] = true;
        _lastBase = Math.Max(_lastBase, @base);
    }

    private void Grow()
    {
        var size = Math.Min(_cells.Length + (_cells.Length / 2), Cell.MaxBase + FirstFree);
        if (size == _cells.Length)
            throw new InvalidOperationException("The dictionary is full: a trie holds at most 16 million cells.");
        Array.Resize(ref _cells, size);
    }
}

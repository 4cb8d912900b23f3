namespace MedBot.Segmentation;

/// <summary>Walks through the tokens of a text. Made by <see cref="Segmenter.Enumerate"/>; <c>foreach</c> gives its buffers back.</summary>
public ref struct TokenEnumerator
{
    // Tokens are made in batches: a batch ends with the block in which it reaches this many.
    private const int Batch = 256;

    private readonly JiebaDictionary _dictionary;
    private readonly ReadOnlySpan<char> _text;
    private readonly SegmentationMode _mode;
    private Workspace? _workspace;
    private ReadOnlySpan<Token> _tokens;
    private int _next;
    private int _position;

    internal TokenEnumerator(JiebaDictionary dictionary, ReadOnlySpan<char> text, SegmentationMode mode)
    {
        _dictionary = dictionary;
        _text = text;
        _mode = mode;
    }

    public readonly Token Current => _tokens[_next - 1];

    public readonly TokenEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next == _tokens.Length && !Fill())
            return false;
        _next++;
        return true;
    }

    public void Dispose()
    {
        if (_workspace is not null)
            Workspace.Return(_workspace);
        _workspace = null;
    }

    private bool Fill()
    {
        _workspace ??= Workspace.Rent();
        _workspace.Clear();
        var cutter = new BlockCutter(_dictionary, _text, _mode, _workspace);
        while (_position < _text.Length && _workspace.TokenCount < Batch)
            _position = cutter.CutFrom(_position);
        _tokens = _workspace.Tokens;
        _next = 0;
        return _tokens.Length > 0;
    }
}

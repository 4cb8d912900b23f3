namespace MedBot.Segmentation;

/// <summary>
/// The buffers that one enumeration works in, kept by each thread for the next one. They grow with the longest block of a text;
/// those of a very long one are let go with it.
/// </summary>
internal sealed class Workspace
{
    private const int MaxKept = 1 << 16;

#if DEBUG
    // Small enough that every test makes the buffers grow.
    private const int InitialCapacity = 2;
#else
    private const int InitialCapacity = 512;
#endif

    [ThreadStatic]
    private static Workspace? _spare;

    private Token[] _tokens = new Token[InitialCapacity];

    private Workspace()
    {
    }

    /// <summary>The codes of the block's characters.</summary>
    public ushort[] Codes { get; private set; } = new ushort[InitialCapacity];

    /// <summary>The log probability of the best way from a character to the end of the block; one more than there are characters.</summary>
    public double[] Scores { get; private set; } = new double[InitialCapacity];

    /// <summary>How many characters the word has that the best way takes at a character.</summary>
    public int[] Lengths { get; private set; } = new int[InitialCapacity];

    /// <summary>For each unknown character, its best predecessors and then its state.</summary>
    public byte[] States { get; private set; } = new byte[InitialCapacity];

    public int TokenCount { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, TokenCount);

    public static Workspace Rent()
    {
        var workspace = _spare ?? new Workspace();
        _spare = null;
        workspace.TokenCount = 0;
        return workspace;
    }

    public static void Return(Workspace workspace)
    {
        if (workspace.Codes.Length <= MaxKept && workspace._tokens.Length <= MaxKept)
            _spare = workspace;
    }

    public void Clear() => TokenCount = 0;

    public void Add(int start, int length)
    {
        if (TokenCount == _tokens.Length)
            Array.Resize(ref _tokens, 2 * TokenCount);
        _tokens[TokenCount++] = new Token(start, length);
    }

    /// <summary>Makes room for one more character of a block, keeping the codes.</summary>
    public ushort[] GrowCodes()
    {
        var codes = Codes;
        Array.Resize(ref codes, 2 * codes.Length);
        return Codes = codes;
    }

    /// <summary>Makes all other buffers as long as that of the codes.</summary>
    public void FitToCodes()
    {
        if (Lengths.Length == Codes.Length)
            return;
        Scores = new double[Codes.Length];
        Lengths = new int[Codes.Length];
        States = new byte[Codes.Length];
    }
}

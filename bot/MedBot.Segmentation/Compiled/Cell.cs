namespace MedBot.Segmentation.Compiled;

/// <summary>
/// One cell of a double-array trie, packed into 64 bits so that a step costs one memory access:
/// the code that leads here (16 bits), the base of its children (24 bits, 0: none), the value of the word that ends here (24 bits, 0: none).
/// The child of a cell for code <c>c</c> is the cell at <c>base + c</c>, if that carries the code <c>c</c>; no two cells share a base.
/// An empty cell is 0. The root has base 0 and owns the cells 1 to <see cref="Alphabet.Size"/>.
/// </summary>
internal static class Cell
{
    public const int MaxBase = (1 << 24) - 1;
    public const int MaxValue = (1 << 24) - 1;

    public static ushort Code(ulong cell) => unchecked((ushort)cell);

    public static int Base(ulong cell) => unchecked((int)(cell >> 16) & MaxBase);

    public static int Value(ulong cell) => unchecked((int)(cell >> 40));

    public static ulong Pack(ushort code, int @base, int value) => code | ((ulong)@base << 16) | ((ulong)value << 40);
}

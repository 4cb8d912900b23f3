using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>The graph of all dictionary words in a block, and the most likely way through it.</summary>
internal static class WordGraph
{
    /// <summary>
    /// Fills <see cref="Workspace.Lengths"/> with the word to take at each of <paramref name="length"/> characters. From right to left and in jieba's order
    /// of additions, since the last bit of a sum can decide between two ways; of two equal ways the one with the longer word wins.
    /// </summary>
    public static void FindBestWay(JiebaDictionary dictionary, int length, Workspace workspace)
    {
        // Without checks of bounds: the workspace has room for the block and one more, and a trie for every code behind every base.
        ref var cells = ref MemoryMarshal.GetArrayDataReference(dictionary.Trie.Cells);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(dictionary.Weights);
        ref var codes = ref MemoryMarshal.GetArrayDataReference(workspace.Codes);
        ref var scores = ref MemoryMarshal.GetArrayDataReference(workspace.Scores);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(workspace.Lengths);

        unchecked
        {
            Unsafe.Add(ref scores, length) = 0;
            for (var at = length - 1; at >= 0; at--)
            {
                var best = double.NegativeInfinity;
                var bestEnd = at;
                var cell = Unsafe.Add(ref cells, Unsafe.Add(ref codes, at));
                for (var end = at + 1; ; end++)
                {
                    if (Cell.Value(cell) is not 0 and var row)
                    {
                        var score = Unsafe.Add(ref weights, row) + Unsafe.Add(ref scores, end);
                        if (score >= best)
                            (best, bestEnd) = (score, end);
                    }

                    var @base = Cell.Base(cell);
                    if (@base == 0 || end == length)
                        break;
                    var code = Unsafe.Add(ref codes, end);
                    cell = Unsafe.Add(ref cells, @base + code);
                    if (Cell.Code(cell) != code)
                        break;
                }

                // No word begins here: the character stands for itself, with the weight of row 0.
                if (bestEnd == at)
                    (best, bestEnd) = (Unsafe.Add(ref weights, 0) + Unsafe.Add(ref scores, at + 1), at + 1);
                Unsafe.Add(ref scores, at) = best;
                Unsafe.Add(ref lengths, at) = bestEnd - at;
            }
        }
    }
}

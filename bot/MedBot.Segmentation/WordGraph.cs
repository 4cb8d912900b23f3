using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>The graph of all dictionary words in a block, and the most likely way through it.</summary>
internal static class WordGraph
{
    /// <summary>
    /// Fills <see cref="Workspace.Lengths"/> with the word to take at each of <paramref name="length"/> characters. From right to left and in jieba's order
    /// of additions, since the last bit of a sum can decide between two ways; of two equal ways the one with the longer word wins.
    /// </summary>
    public static void FindBestWay(ulong[] cells, double[] weights, int length, Workspace workspace)
    {
        var codes = workspace.Codes.AsSpan(0, length);
        var scores = workspace.Scores;
        var lengths = workspace.Lengths;
        scores[length] = 0;
        for (var at = length - 1; at >= 0; at--)
        {
            var best = double.NegativeInfinity;
            var bestEnd = at;
            var cell = cells[codes[at]];
            for (var end = at + 1; ; end++)
            {
                if (Cell.Value(cell) is not 0 and var row)
                {
                    var score = weights[row] + scores[end];
                    if (score >= best)
                        (best, bestEnd) = (score, end);
                }

                var @base = Cell.Base(cell);
                if (@base == 0 || end == length)
                    break;
                cell = cells[@base + codes[end]];
                if (Cell.Code(cell) != codes[end])
                    break;
            }

            // No word begins here: the character stands for itself.
            if (bestEnd == at)
                (best, bestEnd) = (weights[0] + scores[at + 1], at + 1);
            scores[at] = best;
            lengths[at] = bestEnd - at;
        }
    }
}

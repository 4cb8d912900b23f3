using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>All dictionary words of a block, overlapping, in the order of jieba's <c>cut_all</c>.</summary>
internal static class FullCut
{
    /// <summary>Adds the tokens of the block of <paramref name="length"/> characters at <paramref name="start"/>.</summary>
    public static void Add(ulong[] cells, ReadOnlySpan<char> text, int start, int length, Workspace workspace)
    {
        var codes = workspace.Codes.AsSpan(0, length);
        var covered = 0;

        // Pieces that begin with a letter or digit and are no part of another word are joined while they follow one another.
        var (latin, latinEnd) = (0, 0);
        for (var at = 0; at < length; at++)
        {
            var isLatin = char.IsAsciiLetterOrDigit(text[start + at]);
            if (!isLatin)
                CloseLatin();

            var ends = FindEnds(cells, codes, at, workspace.Lengths);
            if (ends.Length > 1 || at < covered)
            {
                foreach (var end in ends)
                {
                    if (end == at + 1)
                        continue;
                    workspace.Add(start + at, end - at);
                    covered = end;
                }
            }
            else
            {
                if (!isLatin)
                {
                    workspace.Add(start + at, ends[0] - at);
                }
                else
                {
                    if (latinEnd != at)
                        CloseLatin();
                    (latin, latinEnd) = (latinEnd == at && latin < at ? latin : at, ends[0]);
                }

                covered = ends[0];
            }
        }

        CloseLatin();

        void CloseLatin()
        {
            if (latin < latinEnd)
                workspace.Add(start + latin, latinEnd - latin);
            latin = latinEnd;
        }
    }

    // Where the words end that begin here; a character that begins none stands for itself.
    private static ReadOnlySpan<int> FindEnds(ulong[] cells, ReadOnlySpan<ushort> codes, int at, int[] ends)
    {
        var count = 0;
        var cell = cells[codes[at]];
        for (var end = at + 1; ; end++)
        {
            if (Cell.Value(cell) != 0)
                ends[count++] = end;
            var @base = Cell.Base(cell);
            if (@base == 0 || end == codes.Length)
                break;
            cell = cells[@base + codes[end]];
            if (Cell.Code(cell) != codes[end])
                break;
        }

        if (count == 0)
            ends[count++] = at + 1;
        return ends.AsSpan(0, count);
    }
}

using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation;

/// <summary>
/// Cuts a text block by block: a block is a run of characters of the alphabet, and what lies between two blocks is cut into characters.
/// </summary>
internal readonly ref struct BlockCutter(JiebaDictionary dictionary, ReadOnlySpan<char> text, SegmentationMode mode, Workspace workspace)
{
    private readonly JiebaDictionary _dictionary = dictionary;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly SegmentationMode _mode = mode;
    private readonly Workspace _workspace = workspace;

    private bool UsesHmm => _mode is SegmentationMode.Precise or SegmentationMode.Search;

    private bool AddsInnerWords => _mode is SegmentationMode.Search or SegmentationMode.SearchWithoutHmm;

    /// <summary>Adds the tokens of the block, or of what lies before the next one, that begins at <paramref name="start"/>; returns where it ends.</summary>
    public int CutFrom(int start)
    {
        var length = ReadCodes(start);
        if (length == 0)
            return CutGap(start);

        _workspace.FitToCodes();
        if (_mode == SegmentationMode.Full)
            FullCut.Add(_dictionary.Trie.Cells, _text, start, length, _workspace);
        else
            CutBlock(start, length);
        return start + length;
    }

    private int ReadCodes(int start)
    {
        var codeOf = _dictionary.Trie.Alphabet.Codes;
        var codes = _workspace.Codes;
        var length = 0;
        foreach (var character in _text[start..])
        {
            // A table for every UTF-16 code unit, so this needs no check of bounds.
            var code = codeOf[character];
            if (code == 0)
                break;

            // One more than there are characters: scores need a place behind the last.
            if (length + 1 >= codes.Length)
                codes = _workspace.GrowCodes();
            codes[length++] = code;
        }

        return length;
    }

    private void CutBlock(int start, int length)
    {
        WordGraph.FindBestWay(_dictionary, length, _workspace);

        // Single characters wait in a run until a longer word or the end of the block follows.
        var run = 0;
        for (var at = 0; at < length;)
        {
            var wordLength = _workspace.Lengths[at];
            if (wordLength > 1 || !(UsesHmm || char.IsAsciiLetterOrDigit(_text[start + at])))
            {
                CutRun(start, run, at);
                AddWord(start, at, wordLength);
                run = at + wordLength;
            }

            at += wordLength;
        }

        CutRun(start, run, length);
    }

    // Without the model only letters and digits wait, and are joined.
    private void CutRun(int blockStart, int from, int to)
    {
        if (to == from)
            return;
        if (to - from == 1 || !UsesHmm)
            AddWord(blockStart, from, to - from);
        else if (_dictionary.Trie.FindCodes(_workspace.Codes.AsSpan(from, to - from)) is > 0)
            AddCharacters(blockStart, from, to);
        else
            CutUnknown(blockStart, from, to);
    }

    private void CutUnknown(int blockStart, int from, int to)
    {
        while (from < to)
        {
            var end = from;
            if (Alphabet.IsHan(_text[blockStart + from]))
            {
                while (end < to && Alphabet.IsHan(_text[blockStart + end]))
                    end++;
                CutUnknownHan(blockStart, from, end);
            }
            else
            {
                end = LatinRuns.EndOfPiece(_text[..(blockStart + to)], blockStart + from) - blockStart;
                AddWord(blockStart, from, end - from);
            }

            from = end;
        }
    }

    private void CutUnknownHan(int blockStart, int from, int to)
    {
        UnknownWords.FindStates(_dictionary.Hmm, _workspace.Codes.AsSpan(from, to - from), _workspace.States);
        var begin = from;
        for (var i = from; i < to; i++)
        {
            switch (_workspace.States[i - from])
            {
                case UnknownWords.B:
                    begin = i;
                    break;
                case UnknownWords.E:
                    AddUnknownWord(blockStart, begin, i + 1);
                    break;
                case UnknownWords.S:
                    AddWord(blockStart, i, 1);
                    break;
            }
        }
    }

    private void AddUnknownWord(int blockStart, int from, int to)
    {
        if (_dictionary.NeverWords.Count > 0
            && _dictionary.NeverWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_text[(blockStart + from)..(blockStart + to)]))
        {
            AddCharacters(blockStart, from, to);
        }
        else
        {
            AddWord(blockStart, from, to - from);
        }
    }

    private void AddCharacters(int blockStart, int from, int to)
    {
        for (; from < to; from++)
            AddWord(blockStart, from, 1);
    }

    private void AddWord(int blockStart, int at, int length)
    {
        if (length > 2 && AddsInnerWords)
        {
            AddInnerWords(blockStart, at, length, 2);
            if (length > 3)
                AddInnerWords(blockStart, at, length, 3);
        }

        _workspace.Add(blockStart + at, length);
    }

    private void AddInnerWords(int blockStart, int at, int length, int inner)
    {
        var codes = _workspace.Codes.AsSpan(at, length);
        for (var i = 0; i + inner <= length; i++)
        {
            if (_dictionary.Trie.FindCodes(codes.Slice(i, inner)) is > 0)
                _workspace.Add(blockStart + at + i, inner);
        }
    }

    private int CutGap(int start)
    {
        var codeOf = _dictionary.Trie.Alphabet.Codes;
        var end = start;
        while (end < _text.Length && codeOf[_text[end]] == 0)
            end++;
        if (_mode == SegmentationMode.Full)
            Gaps.AddPieces(_text[..end], start, _workspace);
        else
            Gaps.AddCharacters(_text[..end], start, _workspace);
        return end;
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using MedBot.Search.Postings;

namespace MedBot.Search.Ranking;

/// <summary>
/// Finds the units with the greatest sums of weight × impact, window by window (MaxScore): lists that together cannot lift a unit
/// over the present threshold are read only in windows where another list already brought a unit near it.
/// Reused from query to query; not thread-safe.
/// </summary>
internal sealed class CandidateFinder
{
    private const int Window = 4096;

    /// <summary>A segment of more units than this is worth the order that lets lists be skipped.</summary>
    private const int SkippingFrom = 4 * Window;

    /// <summary>Units of which the best one helps to guess the first threshold.</summary>
    private const int SeedBlock = 64;

    private readonly int[] _sums = new int[Window];
    private PostingCursor[] _cursors = new PostingCursor[64];
    private int[] _bounds = new int[65];
    private readonly int[] _denseStarts = new int[DenseSums.Together];
    private readonly int[] _denseWeights = new int[DenseSums.Together];
    private readonly int[] _blockBests = new int[Window / SeedBlock];

    /// <summary>
    /// Fills <paramref name="best"/> with the best allowed units. When articles have a score of their own, <paramref name="article"/> tells
    /// the article of every unit and <paramref name="articleSums"/> that score on the same scale; else both are empty.
    /// </summary>
    public void Find<TFilter>(TermLists lists, ReadOnlySpan<int> weights, ReadOnlySpan<int> article, ReadOnlySpan<int> articleSums, TFilter filter, CandidateHeap best)
        where TFilter : IUnitFilter, allows ref struct
    {
        var articleBound = 0;
        foreach (var sum in articleSums)
            articleBound = Math.Max(articleBound, sum);
        for (var s = 0; s < lists.Index.Segments.Count; s++)
        {
            var segment = lists.Index.Segments[s];
            var count = OpenCursors(segment, lists.In(s), weights);
            for (var first = 0; first < segment.Count; first += Window)
            {
                var sums = _sums.AsSpan(0, Math.Min(Window, segment.Count - first));
                var threshold = best.Threshold;
                var optional = 0;
                while (optional < count && _bounds[optional + 1] + articleBound <= threshold)
                    optional++;
                if (optional == count && _bounds[count] + articleBound <= threshold)
                    break;
                if (article.IsEmpty)
                    sums.Clear();
                else
                    for (var i = 0; i < sums.Length; i++)
                        sums[i] = articleSums[article[segment.FirstUnit + first + i]];
                AddAll(segment.Data, optional, count, first, sums);
                if (!AddOptional(first, sums, optional, threshold))
                    continue;
                Collect(segment.FirstUnit + first, sums, filter, best);
            }
        }
    }

    /// <summary>Sums of every unit without any pruning, for indexes of few units.</summary>
    public void SumAll(TermLists lists, ReadOnlySpan<int> weights, Span<int> sums)
    {
        sums.Clear();
        for (var s = 0; s < lists.Index.Segments.Count; s++)
        {
            var segment = lists.Index.Segments[s];
            var count = OpenCursors(segment, lists.In(s), weights);
            AddAll(segment.Data, 0, count, 0, sums.Slice(segment.FirstUnit, segment.Count));
        }
    }

    /// <summary>Opens the lists that the segment has, in rising order of what they can add, with the running total of that.</summary>
    private int OpenCursors(IndexSegment segment, ReadOnlySpan<int> offsets, ReadOnlySpan<int> weights)
    {
        if (_cursors.Length < offsets.Length)
        {
            _cursors = new PostingCursor[offsets.Length * 2];
            _bounds = new int[offsets.Length * 2 + 1];
        }

        var count = 0;
        for (var i = 0; i < offsets.Length; i++)
            if (weights[i] > 0 && offsets[i] >= 0)
                _cursors[count++] = new PostingCursor(segment.Data, offsets[i], weights[i]);
        if (segment.Count > SkippingFrom)
            _cursors.AsSpan(0, count).Sort(static (a, b) => a.Greatest.CompareTo(b.Greatest));
        for (var i = 0; i < count; i++)
            _bounds[i + 1] = _bounds[i] + _cursors[i].Greatest;
        return count;
    }

    private void AddAll(byte[] data, int from, int to, int first, Span<int> sums)
    {
        var dense = 0;
        for (var i = to - 1; i >= from; i--)
        {
            ref var cursor = ref _cursors[i];
            if (!cursor.IsDense)
            {
                cursor.Add(first, sums);
                continue;
            }

            (_denseStarts[dense], _denseWeights[dense]) = (cursor.Start + first, cursor.Weight);
            if (++dense < DenseSums.Together)
                continue;
            DenseSums.Add(data, _denseStarts, _denseWeights, sums);
            dense = 0;
        }

        for (var i = 0; i < dense; i++)
            DenseSums.Add(data, _denseStarts[i], _denseWeights[i], sums);
    }

    /// <summary>Adds the optional lists, greatest first, for as long as some unit can still pass the threshold; tells whether one can.</summary>
    private bool AddOptional(int first, Span<int> sums, int optional, int threshold)
    {
        const int CheckEvery = 4;
        for (var i = optional; ; i--)
        {
            if ((optional - i) % CheckEvery == 0 && Greatest(sums) + _bounds[i] <= threshold)
                return false;
            if (i == 0)
                return true;
            _cursors[i - 1].Add(first, sums);
        }
    }

    private void Collect<TFilter>(int firstUnit, ReadOnlySpan<int> sums, TFilter filter, CandidateHeap best)
        where TFilter : IUnitFilter, allows ref struct
    {
        var threshold = best.Threshold;
        if (threshold == 0 && TFilter.AllowsAll)
            threshold = FirstThreshold(sums, best.Capacity);
        var i = 0;
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(sums);
        foreach (var vector in vectors)
        {
            if (Vector.GreaterThanAny(vector, new Vector<int>(threshold)))
                for (var j = i; j < i + Vector<int>.Count; j++)
                    threshold = Offer(firstUnit, sums, j, threshold, filter, best);
            i += Vector<int>.Count;
        }

        for (; i < sums.Length; i++)
            threshold = Offer(firstUnit, sums, i, threshold, filter, best);
    }

    private static int Offer<TFilter>(int firstUnit, ReadOnlySpan<int> sums, int at, int threshold, TFilter filter, CandidateHeap best)
        where TFilter : IUnitFilter, allows ref struct
    {
        if (sums[at] <= threshold || !filter.Allows(firstUnit + at))
            return threshold;
        best.Push(sums[at], firstUnit + at);
        return Math.Max(threshold, best.Threshold);
    }

    /// <summary>A sum that as many units as are wanted are known to exceed; zero when that is not known.</summary>
    private int FirstThreshold(ReadOnlySpan<int> sums, int wanted)
    {
        var blocks = sums.Length / SeedBlock;
        if (blocks < wanted)
            return 0;
        var bests = _blockBests.AsSpan(0, blocks);
        for (var i = 0; i < blocks; i++)
            bests[i] = Greatest(sums.Slice(i * SeedBlock, SeedBlock));
        bests.Sort();
        return Math.Max(0, bests[blocks - wanted] - 1);
    }

    private static int Greatest(ReadOnlySpan<int> sums)
    {
        var greatest = 0;
        var i = 0;
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(sums);
        if (!vectors.IsEmpty)
        {
            var most = Vector<int>.Zero;
            foreach (var vector in vectors)
                most = Vector.Max(most, vector);
            for (var j = 0; j < Vector<int>.Count; j++)
                greatest = Math.Max(greatest, most[j]);
            i = vectors.Length * Vector<int>.Count;
        }

        for (; i < sums.Length; i++)
            greatest = Math.Max(greatest, sums[i]);
        return greatest;
    }
}

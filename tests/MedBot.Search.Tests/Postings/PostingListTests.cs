using MedBot.Search.Analysis;
using MedBot.Search.Postings;
using MedBot.Search.Ranking;

namespace MedBot.Search.Tests.Postings;

public sealed class PostingListTests
{
    /// <summary>Units in a segment and how many of them hold the term: every form of a list, with gaps of every width.</summary>
    public static TheoryData<int, int> Shapes() => new()
    {
        { 1, 1 }, { 200, 1 }, { 200, 127 }, { 300, 128 }, { 10_000, 40 }, { 10_000, 200 }, { 10_000, 300 }, { 5_000, 129 }, { 5_000, 4_999 }, { 70_000, 500 }, { 70_000, 3_000 }, { 70_000, 60_000 }, { 200_000, 127 }, { 200_000, 1_000 }, { 200_000, 40_000 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void EveryPostingIsReadBack(int units, int postings)
    {
        var (segment, offset, expected) = Build(units, postings);
        var sums = new int[units];
        new PostingCursor(segment.Data, offset, 3).Add(0, sums);
        Assert.Equal(expected.Select(impact => impact * 3), sums);
        Assert.Equal(postings, segment.Postings(offset));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void WindowsGiveTheSameAsTheWhole(int units, int postings)
    {
        var (segment, offset, expected) = Build(units, postings);
        var cursor = new PostingCursor(segment.Data, offset, 1);
        var sums = new int[units];
        for (var first = 0; first < units; first += 1000)
            cursor.Add(first, sums.AsSpan(first, Math.Min(1000, units - first)));
        Assert.Equal(expected, sums);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void SkippedWindowsDoNotDisturbLaterOnes(int units, int postings)
    {
        var (segment, offset, expected) = Build(units, postings);
        var cursor = new PostingCursor(segment.Data, offset, 1);
        for (var first = 0; first < units; first += 7_013)
        {
            var sums = new int[Math.Min(500, units - first)];
            cursor.Add(first, sums);
            Assert.Equal(expected.Skip(first).Take(sums.Length), sums);
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void MarksTellWhichUnitsHoldTheTerm(int units, int postings)
    {
        var (segment, offset, expected) = Build(units, postings);
        var asked = Enumerable.Range(0, units).Where(unit => unit % 37 == 0 || unit == units - 1).ToArray();
        var marks = new bool[asked.Length * 2];
        new PostingCursor(segment.Data, offset, 1).Mark(asked, marks, 2);
        Assert.Equal(asked.Select(unit => expected[unit] > 0), asked.Select((_, i) => marks[i * 2]));
    }

    private static (IndexSegment Segment, int Offset, int[] Expected) Build(int units, int postings)
    {
        var random = new Random(units * 31 + postings);
        var holders = Enumerable.Range(0, units).OrderBy(_ => random.Next()).Take(postings).ToHashSet();
        var expected = new int[units];
        var builder = new SegmentBuilder(units);
        var key = TermKey.Single('医');
        for (var unit = 0; unit < units; unit++)
        {
            if (holders.Contains(unit))
            {
                expected[unit] = random.Next(1, 256);
                builder.Add([key], [(byte)expected[unit]]);
            }
            else
                builder.Add([], []);
        }

        var segment = builder.Build();
        return (segment, segment.Find(key), expected);
    }
}

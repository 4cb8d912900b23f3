using System.Collections.Concurrent;

namespace MedBot.Segmentation.Tests;

public sealed class EnumerationTests
{
    private const string Text = "城乡居民医保缴费时间：2025年9月1日至12月31日，信安镇居民找周铁柱在村委会办理。😀";

    [Fact]
    public void ATokensRangeCutsItOutOfTheText()
    {
        var words = new List<string>();
        foreach (var token in Jieba.Default.Enumerate("医保😀缴费"))
            words.Add("医保😀缴费"[token.Range]);
        Assert.Equal(["医保", "😀", "缴费"], words);
    }

    [Fact]
    public void InSearchModeInnerWordsComeBeforeTheirWordWithTheirOwnPlaces()
    {
        var tokens = new List<Token>();
        foreach (var token in Jieba.Default.Enumerate("请问城乡居民", SegmentationMode.Search))
            tokens.Add(token);
        Assert.Equal([new Token(0, 2), new Token(2, 2), new Token(3, 2), new Token(4, 2), new Token(2, 4)], tokens);
    }

    [Fact]
    public void AnEmptyTextHasNoTokens() => Assert.All(Jieba.Modes, mode => Assert.Empty(Jieba.Default.Cut(string.Empty, mode)));

    [Fact]
    public void ATokenCostsNoAllocation() => AssertNoAllocation(Jieba.Default);

    [Fact]
    public void ATokenCostsNoAllocationWhereAUserTookWordsAway() => AssertNoAllocation(Jieba.WithWords);

    [Fact]
    public void TwoEnumerationsOnOneThreadDoNotDisturbEachOther()
    {
        var expected = Jieba.Default.Cut(Text);
        var outer = new List<string>();
        foreach (var token in Jieba.Default.Enumerate(Text))
        {
            outer.Add(Text[token.Range]);
            Assert.Equal(expected, Jieba.Default.Cut(Text));
        }

        Assert.Equal(expected, outer);
    }

    [Fact]
    public void AnEnumerationThatIsLeftEarlyDoesNotSpoilTheNext()
    {
        foreach (var token in Jieba.Default.Enumerate(Text))
        {
            if (token.Start > 4)
                break;
        }

        Assert.Equal(Text, string.Concat(Jieba.Default.Cut(Text)));
    }

    [Fact]
    public void ManyThreadsShareOneSegmenter()
    {
        var texts = RandomTexts.Make(seed: 7, count: 400).ToList();
        var expected = texts.ConvertAll(text => string.Join('\n', Jieba.Default.Cut(text)));
        var wrong = new ConcurrentBag<string>();
        Parallel.For(0, 4 * texts.Count, i =>
        {
            if (string.Join('\n', Jieba.Default.Cut(texts[i % texts.Count])) != expected[i % texts.Count])
                wrong.Add(texts[i % texts.Count]);
        });
        Assert.Empty(wrong);
    }

    private static void AssertNoAllocation(Segmenter segmenter)
    {
        var text = string.Concat(Enumerable.Repeat(Text, 50));
        foreach (var mode in Jieba.Modes)
        {
            var tokens = Count(segmenter, text, mode);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var again = Count(segmenter, text, mode);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal((tokens, 0), (again, allocated));
        }
    }

    private static int Count(Segmenter segmenter, string text, SegmentationMode mode)
    {
        var count = 0;
        foreach (var token in segmenter.Enumerate(text, mode))
            count += token.Length > 0 ? 1 : 0;
        return count;
    }
}

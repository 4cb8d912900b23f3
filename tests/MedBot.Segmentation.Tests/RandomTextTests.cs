namespace MedBot.Segmentation.Tests;

public sealed class RandomTextTests
{
    private static readonly SegmentationMode[] ModesOfTheReference = [.. Jieba.Modes.Where(mode => mode != SegmentationMode.Full)];

    [Fact]
    public void AreCutAsThePlainAlgorithmCutsThem()
    {
        var reference = new ReferenceAlgorithm();
        AssertEqual(reference, Jieba.Default, RandomTexts.Make(seed: 1, count: 3000));
    }

    [Fact]
    public void AreCutAsThePlainAlgorithmCutsThemWithAUsersWords()
    {
        var reference = new ReferenceAlgorithm();
        var words = RandomTexts.MakeWords(seed: 2, count: 400).ToList();
        foreach (var word in words)
            reference.Add(word);

        var texts = words.Chunk(3).Select(chunk => string.Concat(chunk.Select(word => word.Word))).Concat(RandomTexts.Make(seed: 3, count: 1000));
        AssertEqual(reference, new Segmenter(Jieba.Dictionary.With(words)), texts);
    }

    [Fact]
    public void AreTheirTokensLaidEndToEnd()
    {
        Assert.All(RandomTexts.Make(seed: 4, count: 2000), text =>
        {
            Assert.Equal(text, string.Concat(Jieba.Default.Cut(text)));
            Assert.Equal(text, string.Concat(Jieba.Default.Cut(text, SegmentationMode.PreciseWithoutHmm)));
        });
    }

    [Fact]
    public void KeepTheirSurrogatePairsWholeInEveryMode()
    {
        foreach (var mode in Jieba.Modes)
        {
            Assert.All(RandomTexts.Make(seed: 5, count: 2000), text =>
            {
                foreach (var token in Jieba.Default.Enumerate(text, mode))
                {
                    Assert.False(SplitsPair(text, token.Start));
                    Assert.False(SplitsPair(text, token.End));
                }
            });
        }
    }

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void AssertEqual(ReferenceAlgorithm reference, Segmenter segmenter, IEnumerable<string> texts)
    {
        Assert.All(texts, text =>
        {
            foreach (var mode in ModesOfTheReference)
                Assert.Equal(reference.Cut(text, mode), segmenter.Cut(text, mode));
        });
    }
}

using System.Text.Json;
using MedBot.Segmentation.Keywords;

namespace MedBot.Segmentation.Tests;

/// <summary>Sentences of our own, cut as python jieba 0.42.1 cuts them; <c>Golden/make.sh</c> made the files.</summary>
public sealed class GoldenSentences
{
    public static TheoryData<SegmentationMode, string> Files => new()
    {
        { SegmentationMode.Precise, "precise" },
        { SegmentationMode.PreciseWithoutHmm, "precise-no-hmm" },
        { SegmentationMode.Search, "search" },
        { SegmentationMode.SearchWithoutHmm, "search-no-hmm" },
        { SegmentationMode.Full, "full" },
    };

    [Theory, MemberData(nameof(Files))]
    public void AreCutAsTheReferenceCutsThem(SegmentationMode mode, string name) =>
        AssertEqual(TestFiles.Golden<string[]>($"{name}.golden"), Jieba.Default, mode);

    [Theory, MemberData(nameof(Files))]
    public void AreCutAsTheReferenceCutsThemWithAUsersWords(SegmentationMode mode, string name) =>
        AssertEqual(TestFiles.Golden<string[]>($"{name}.words.golden"), Jieba.WithWords, mode);

    [Fact]
    public void HaveTheReferencesKeywordsAndWeights() => AssertEqual(TestFiles.Golden<JsonElement[][]>("keywords.golden"), Jieba.Keywords);

    [Fact]
    public void HaveTheReferencesKeywordsWithAUsersWords() =>
        AssertEqual(TestFiles.Golden<JsonElement[][]>("keywords.words.golden"), KeywordExtractor.CreateDefault(Jieba.WithWords));

    private static void AssertEqual(string[][] expected, Segmenter segmenter, SegmentationMode mode)
    {
        Assert.Equal(TestFiles.Sentences.Length, expected.Length);
        Assert.All(TestFiles.Sentences.Zip(expected), pair => Assert.Equal(pair.Second, segmenter.Cut(pair.First, mode)));
    }

    private static void AssertEqual(JsonElement[][][] expected, KeywordExtractor extractor)
    {
        Assert.Equal(TestFiles.Sentences.Length, expected.Length);
        Assert.All(TestFiles.Sentences.Zip(expected), pair => Assert.Equal(
            pair.Second.Select(item => new Keyword(item[0].GetString()!, item[1].GetDouble())), extractor.Extract(pair.First)));
    }
}

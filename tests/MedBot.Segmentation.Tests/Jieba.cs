using MedBot.Segmentation.Keywords;

namespace MedBot.Segmentation.Tests;

/// <summary>What all tests share, since it never changes.</summary>
internal static class Jieba
{
    public static JiebaDictionary Dictionary => Default.Dictionary;

    public static Segmenter Default { get; } = Segmenter.CreateDefault();

    public static KeywordExtractor Keywords { get; } = KeywordExtractor.CreateDefault(Default);

    /// <summary>With the words of <c>Golden/words.dict</c>.</summary>
    public static Segmenter WithWords { get; } = new(Dictionary.With(UserDictionary.Load(TestFiles.PathOf("Golden", "words.dict"))));

    public static SegmentationMode[] Modes { get; } = Enum.GetValues<SegmentationMode>();
}

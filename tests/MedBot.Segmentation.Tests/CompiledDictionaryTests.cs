using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Tests;

public sealed class CompiledDictionaryTests
{
    [Fact]
    public void EveryLineOfTheTextIsInTheCompiledDictionary()
    {
        var words = 0;
        foreach (var line in File.ReadLines(TestFiles.PathOf("texts", "dict.txt")).Select(line => line.Split(' ')))
        {
            if (Jieba.Dictionary.FrequencyOf(line[0]) != long.Parse(line[1]) || Jieba.Dictionary.TagOf(line[0]) != line[2])
                Assert.Fail($"{line[0]} has frequency {Jieba.Dictionary.FrequencyOf(line[0])} and tag {Jieba.Dictionary.TagOf(line[0])}, not {line[1]} and {line[2]}");
            words++;
        }

        Assert.Equal(349_045, words);
    }

    [Fact]
    public void NothingElseIsInTheCompiledDictionary()
    {
        using var file = File.OpenRead(TestFiles.PathOf("dictionaries", "jieba.bin"));
        var compiled = CompiledDictionary.Read(file);
        Assert.Equal(349_045, compiled.Trie.Cells.Count(cell => Cell.Value(cell) != 0) + compiled.Outside.Count);
    }

    // 60,101,964 in the npm copy, and 3 for the line that jieba's own file repeats.
    [Fact]
    public void TheTotalCountsTheLineThatTheReferenceRepeats() => Assert.Equal(60_101_967, Jieba.Dictionary.Total);

    [Fact]
    public void EveryLineOfTheInverseFrequenciesIsCompiled()
    {
        using var file = File.OpenRead(TestFiles.PathOf("dictionaries", "idf.bin"));
        var compiled = CompiledIdf.Read(file);
        var values = new List<double>();
        foreach (var line in File.ReadLines(TestFiles.PathOf("texts", "idf.txt")).Select(line => line.Split(' ')))
        {
            values.Add(double.Parse(line[1]));
            if (compiled.Values[compiled.Trie.Find(line[0]) ?? 0] != values[^1])
                Assert.Fail($"{line[0]} has {compiled.Values[compiled.Trie.Find(line[0]) ?? 0]}, not {line[1]}");
        }

        Assert.Equal(values.Order().ElementAt(values.Count / 2), compiled.Values[0]);
    }

    [Fact]
    public void TheDictionaryTakesLessThanFortyMegabytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var segmenter = Segmenter.CreateDefault();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(segmenter.Dictionary.Total > 0);
        Assert.InRange(allocated, 1_000_000, 40_000_000);
    }

    [Fact]
    public void AFileOfAnotherKindIsRefusedByName()
    {
        using var file = File.OpenRead(TestFiles.PathOf("dictionaries", "idf.bin"));
        var wrong = Assert.Throws<InvalidDataException>(() => JiebaDictionary.Load(file));
        Assert.Equal("Expected a compiled file of kind MBDICT, version 1; build the project again.", wrong.Message);
    }

    [Fact]
    public void AFileThatWasCutOffIsRefused()
    {
        var whole = File.ReadAllBytes(TestFiles.PathOf("dictionaries", "jieba.bin"));
        Assert.Throws<EndOfStreamException>(() => JiebaDictionary.Load(new MemoryStream(whole, 0, whole.Length / 2)));
    }

    [Fact]
    public void ATrieThatLeadsOutOfItselfIsRefused()
    {
        using var source = File.OpenRead(TestFiles.PathOf("dictionaries", "jieba.bin"));
        var compiled = CompiledDictionary.Read(source);
        compiled.Trie.Cells[1] = Cell.Pack(1, compiled.Trie.Cells.Length - Alphabet.Size, 1);
        using var broken = new MemoryStream();
        compiled.Write(broken);
        broken.Position = 0;

        Assert.Throws<InvalidDataException>(() => JiebaDictionary.Load(broken));
    }
}

namespace MedBot.Segmentation.Tests;

public sealed class UserDictionaryTests
{
    [Theory]
    [InlineData("慢特病", "慢特病", null, null)]
    [InlineData("慢特病 20", "慢特病", 20L, null)]
    [InlineData("慢特病 n", "慢特病", null, "n")]
    [InlineData("慢特病 20 n", "慢特病", 20L, "n")]
    [InlineData("  慢特病 20 n \t", "慢特病", 20L, "n")]
    [InlineData("\uFEFF慢特病 20 n", "慢特病", 20L, "n")]
    [InlineData("大病 保险 20 n", "大病 保险", 20L, "n")]
    [InlineData("慢特病  20", "慢特病 ", 20L, null)]
    [InlineData("慢特病 n 20", "慢特病 n", 20L, null)]
    [InlineData("慢特病 20 V3", "慢特病 20 V3", null, null)]
    [InlineData("慢特病 ２０", "慢特病 ２０", null, null)]
    [InlineData("7", "7", null, null)]
    public void ALineIsReadAsTheReferenceReadsIt(string line, string word, long? frequency, string? tag) =>
        Assert.Equal([new UserWord(word, frequency, tag)], UserDictionary.Read(new StringReader(line), "words.dict"));

    [Fact]
    public void BlankLinesAreSkipped() =>
        Assert.Equal(["甲", "乙"], UserDictionary.Read(new StringReader("\n甲 1\n \n\r\n乙 2\n\n"), "words.dict").Select(word => word.Word));

    [Fact]
    public void AFrequencyThatIsTooLargeIsRefusedWithFileAndPlace()
    {
        var wrong = Assert.Throws<InvalidDataException>(() => UserDictionary.Read(new StringReader("甲 1\n乙 99999999999999999999"), "words.dict"));
        Assert.StartsWith("words.dict(2): ", wrong.Message);
    }

    [Fact]
    public void AFileThatIsNoUtf8IsRefusedByName()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0xB1, 0xA3, 0xCF, 0xD5, (byte)'\n']);
        var wrong = Assert.Throws<InvalidDataException>(() => UserDictionary.Load(path));
        File.Delete(path);
        Assert.StartsWith(path, wrong.Message);
    }

    [Fact]
    public void AWordWithoutFrequencyGetsOneThatKeepsItWhole()
    {
        Assert.Equal(["居民", "医保"], Jieba.Default.Cut("居民医保"));

        var dictionary = Jieba.Dictionary.With([new UserWord("居民医保", Tag: "n")]);

        Assert.Equal(["居民医保"], new Segmenter(dictionary).Cut("居民医保"));
        Assert.Equal("n", dictionary.TagOf("居民医保"));
    }

    // jieba.suggest_freq of the reference.
    [Theory]
    [InlineData("居民医保", 1)]
    [InlineData("中国的", 687)]
    [InlineData("我们", 98741)]
    [InlineData("的了", 4688)]
    [InlineData("双通道", 4)]
    public void TheFrequencyThatKeepsAWordWholeIsTheReferences(string word, long frequency) =>
        Assert.Equal(frequency, Jieba.Dictionary.With([new UserWord(word)]).FrequencyOf(word));

    [Fact]
    public void FrequencyZeroTakesAWordAway()
    {
        Assert.Contains("医保", Jieba.Default.Cut("医保缴费"));

        var dictionary = Jieba.Dictionary.With([new UserWord("医保", 0)]);

        Assert.Equal(0, dictionary.FrequencyOf("医保"));
        Assert.Null(dictionary.TagOf("医保"));
        Assert.Equal(["医", "保", "缴费"], new Segmenter(dictionary).Cut("医保缴费"));
    }

    [Fact]
    public void ALaterLineReplacesAnEarlierOneAndBothCountInTheTotal()
    {
        var dictionary = Jieba.Dictionary.With([new UserWord("慢特病", 30, "n"), new UserWord("慢特病", 50)]);

        Assert.Equal(50, dictionary.FrequencyOf("慢特病"));
        Assert.Equal("n", dictionary.TagOf("慢特病"));
        Assert.Equal(Jieba.Dictionary.Total + 80, dictionary.Total);
    }

    [Fact]
    public void AUsersTagReplacesTheDictionarys()
    {
        Assert.Equal("ns", Jieba.Dictionary.TagOf("北京"));
        Assert.Equal("nz", Jieba.Dictionary.With([new UserWord("北京", 100, "nz")]).TagOf("北京"));
        Assert.Equal("ns", Jieba.Dictionary.With([new UserWord("北京", 100)]).TagOf("北京"));
    }

    [Fact]
    public void AWordThatNoTextCanMatchIsKnownAllTheSame()
    {
        var dictionary = Jieba.Dictionary.With([new UserWord("大病·保险", 40, "n")]);

        Assert.Equal(40, dictionary.FrequencyOf("大病·保险"));
        Assert.Equal("n", dictionary.TagOf("大病·保险"));
        Assert.Equal(["大病", "·", "保险"], new Segmenter(dictionary).Cut("大病·保险"));
    }

    [Fact]
    public void TheDictionaryThatWordsAreAddedToStaysAsItIs()
    {
        var first = Jieba.Dictionary.With([new UserWord("居民医保", 1000)]);
        var second = Jieba.Dictionary.With([new UserWord("职工医保", 1000)]);

        const string Text = "居民医保和职工医保";
        Assert.Equal(["居民", "医保", "和", "职工", "医保"], Jieba.Default.Cut(Text));
        Assert.Equal(["居民医保", "和", "职工", "医保"], new Segmenter(first).Cut(Text));
        Assert.Equal(["居民", "医保", "和", "职工医保"], new Segmenter(second).Cut(Text));
    }

    [Fact]
    public void ANegativeFrequencyIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Jieba.Dictionary.With([new UserWord("慢特病", -1)]));

    [Fact]
    public void EveryWordOfALargeUserDictionaryIsFound()
    {
        var words = RandomTexts.MakeWords(seed: 6, count: 5000).Where(word => word.Frequency > 0).DistinctBy(word => word.Word).ToList();
        var dictionary = Jieba.Dictionary.With(words);
        Assert.All(words, word => Assert.Equal(word.Frequency, dictionary.FrequencyOf(word.Word)));
        Assert.All(
            File.ReadLines(TestFiles.PathOf("texts", "dict.txt")).Select(line => line.Split(' ')[0]).Except(words.Select(word => word.Word)),
            word => Assert.Equal(Jieba.Dictionary.FrequencyOf(word), dictionary.FrequencyOf(word)));
    }
}

namespace MedBot.Segmentation.Tests;

/// <summary>
/// A megabyte and more of what nobody writes. Work that grew with the square of the length would not end within a day,
/// so that these tests end is what proves that it grows with the length.
/// </summary>
public sealed class HostileTextTests
{
    private const int Length = 1_000_000;

    // Buffers per character of one block: code 2, score 8, length 4, state 1, token 8; doubled while they grow, thrice at most together.
    private const long BytesACharacter = 80;

    public static TheoryData<string, string> Patterns => new()
    {
        { "one word without a break", "居民医保" },
        { "one character that is a word", "的" },
        { "one character that is none", "龘" },
        { "characters that no word holds", "鿕鿔鿓" },
        { "the beginning of the longest words", "中华人民共和国中央人民" },
        { "letters", "a" },
        { "digits with dots", "1." },
        { "signs", "+#" },
        { "signs after digits", "1%" },
        { "punctuation", "。" },
        { "blanks", " " },
        { "line ends", "\r\n" },
        { "high surrogates alone", "\uD83D" },
        { "low surrogates alone", "\uDE00" },
        { "surrogates in the wrong order", "\uDE00\uD83D" },
        { "pairs", "\uD83D\uDE00" },
        { "all kinds in turn", "医a1.%。 \uD83D鿕" },
    };

    [Theory, MemberData(nameof(Patterns))]
    public void AreCutInTimeAndMemoryThatGrowWithTheLength(string name, string pattern)
    {
        Assert.NotEmpty(name);
        var text = string.Create(Length, pattern, (span, part) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = part[i % part.Length];
        });

        foreach (var mode in Jieba.Modes)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var covered = 0;
            foreach (var token in Jieba.Default.Enumerate(text, mode))
                covered = Math.Max(covered, token.End);
            Assert.Equal(Length, covered);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, BytesACharacter * Length);
        }
    }

    [Fact]
    public void TheBuffersOfAHugeBlockAreLetGo()
    {
        Jieba.Default.Cut(new string('的', Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var token in Jieba.Default.Enumerate("医保"))
            Assert.Equal(new Token(0, 2), token);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100_000);
    }

    [Fact]
    public void AUsersWordOfAThousandCharactersDoesNotSlowDownOtherTexts()
    {
        var word = string.Concat(Enumerable.Repeat("医保报销", 250));
        var segmenter = new Segmenter(Jieba.Dictionary.With([new UserWord(word, 5)]));
        Assert.Equal([word, "吗"], segmenter.Cut(word + "吗"));
        Assert.Equal(["医保", "报销", "吗"], segmenter.Cut("医保报销吗"));
    }
}

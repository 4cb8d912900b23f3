using System.Text;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.WeChat;

public sealed class ReplyPagesTests
{
    [Theory]
    [InlineData(682, "a", true)]
    [InlineData(682, "ab", false)]
    public void ATextOf2047BytesIsOnePageAndOneMoreIsNot(int characters, string end, bool fits)
    {
        var (_, rest, _) = ReplyPages.First(new string('医', characters) + end, []);

        Assert.Equal(fits, rest is null);
    }

    [Fact]
    public void AClosingQuotationMarkStaysWithItsSentence()
    {
        var (page, rest, _) = ReplyPages.First(new string('医', 500) + "。”" + new string('保', 400) + "。", []);

        Assert.StartsWith(new string('医', 500) + "。”\n\n", page, StringComparison.Ordinal);
        Assert.Equal(new string('保', 400) + "。", rest);
    }

    [Fact]
    public void ASentenceLongerThanAPageIsCutAtAClause()
    {
        var (page, rest, _) = ReplyPages.First(new string('医', 600) + "，" + new string('保', 600), []);

        Assert.StartsWith(new string('医', 600) + "，\n\n", page, StringComparison.Ordinal);
        Assert.Equal(new string('保', 600), rest);
    }

    [Fact]
    public void NoCharacterIsCutInTwo()
    {
        var family = "👨‍👩‍👧‍👦";
        var text = string.Concat(Enumerable.Repeat(family, 200));

        var pages = Pages(text);

        Assert.Equal(text, string.Concat(pages));
        Assert.All(pages, page => Assert.Equal(0, page.Length % family.Length));
    }

    /// <summary>Whatever a text is made of, its pages fit, end, and lose nothing but white space at the cuts.</summary>
    [Fact]
    public void PagesOfAnyTextFitAndLoseNothing()
    {
        var random = new Random(20251101);
        string[] pieces = ["医", "保。", "a", " ", "\n", "，", "😀", "é́́́", "”", "第1条", "https://example.org/x", new string('长', 300), "\ud800"];
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 400); count > 0; count--)
                text.Append(pieces[random.Next(pieces.Length)]);
            var pages = Pages(text.ToString());

            Assert.Equal(Dense(text.ToString()), Dense(string.Concat(pages)));
        }
    }

    private static List<string> Pages(string text)
    {
        var pages = new List<string>();
        for (string? rest = text; rest is not null;)
        {
            var (page, remainder, _) = ReplyPages.First(rest, []);
            Assert.InRange(Encoding.UTF8.GetByteCount(page), 0, 2048);
            pages.Add(remainder is null ? page : page[..^"\n\n（回复“更多”看后面的内容）".Length]);
            rest = remainder;
        }

        return pages;
    }

    private static string Dense(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

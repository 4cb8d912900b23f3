using System.Globalization;
using MedBot.Search.Analysis;

namespace MedBot.Search.Tests.Analysis;

public sealed class CharacterTableTests
{
    [Fact]
    public void CommonIdeographsAreLettersThatFoldToThemselves()
    {
        for (var c = '\u4E00'; c <= '\u9FFF'; c++)
        {
            Assert.Equal(UnicodeCategory.OtherLetter, CharUnicodeInfo.GetUnicodeCategory(c));
            Assert.Equal(CharacterKind.Ideograph, CharacterTable.Kind(c));
            Assert.Equal(c, CharacterTable.Fold(c));
        }
    }

    [Theory]
    [InlineData('Ａ', 'a'), InlineData('９', '9'), InlineData('Z', 'z'), InlineData('　', ' '), InlineData('〇', '〇')]
    public void WidthAndCaseAreFolded(char written, char folded) => Assert.Equal(folded, CharacterTable.Fold(written));
}

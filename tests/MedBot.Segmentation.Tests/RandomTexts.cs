using System.Text;

namespace MedBot.Segmentation.Tests;

/// <summary>Texts that nobody would write, always the same for the same seed.</summary>
internal static class RandomTexts
{
    private const string Odd = "，。！？ \t\r\n\u3000\u00A0\u0085\u2028\u001C…αЖﾊ９①\uFEFF\uFFFD\u4DFF\u9FD6\uD83D\uDE42\uD842\uDFB7";

    private static readonly string[] Words = [.. File.ReadLines(TestFiles.PathOf("texts", "dict.txt")).Select(line => line.Split(' ')[0])];

    public static IEnumerable<string> Make(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var pieces = random.Next(1, 30); pieces > 0; pieces--)
                Append(text, random);
            yield return text.ToString();
        }
    }

    /// <summary>Words that a user might add, some of which the dictionary has.</summary>
    public static IEnumerable<UserWord> MakeWords(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var word = random.Next(4) switch
            {
                0 => Word(random),
                1 => Word(random) + Word(random),
                2 => $"{Han(random)}{Han(random)}{Han(random)}",
                _ => $"{Latin(random)}{Word(random)}{Latin(random)}",
            };
            yield return new UserWord(word, random.Next(4) switch { 0 => null, 1 => 0, var scale => random.NextInt64(1, scale == 2 ? 10 : 100_000) });
        }
    }

    private static void Append(StringBuilder text, Random random)
    {
        switch (random.Next(8))
        {
            case < 4:
                text.Append(Word(random));
                break;
            case 4:
                text.Append(Han(random));
                break;
            case 5:
                for (var i = random.Next(1, 6); i > 0; i--)
                    text.Append(Latin(random));
                break;
            case 6:
                text.Append(Odd[random.Next(Odd.Length)]);
                break;
            default:
                text.Append((char)random.Next(char.MaxValue + 1));
                break;
        }
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static char Han(Random random) => (char)random.Next(0x4E00, 0x9FD6);

    private static char Latin(Random random) => "aZ09+#&._%-"[random.Next(11)];
}

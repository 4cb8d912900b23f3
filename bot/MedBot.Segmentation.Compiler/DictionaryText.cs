namespace MedBot.Segmentation.Compiler;

/// <summary>One line of jieba's <c>dict.txt</c>: word, frequency, part of speech.</summary>
internal sealed record DictionaryLine(string Word, long Frequency, string Tag);

/// <summary>Reads <c>dict.txt</c>: UTF-8, one word a line, three fields parted by one space.</summary>
internal static class DictionaryText
{
    /// <summary>The lines of all files, in order; later lines of a word replace earlier ones, but all count in the total.</summary>
    /// <exception cref="InvalidDataException">A line has another form.</exception>
    public static List<DictionaryLine> Read(IEnumerable<string> paths) =>
        [.. from path in paths
            from line in File.ReadLines(path).Select((text, index) => (text, number: index + 1))
            select Parse(line.text) ?? throw new InvalidDataException($"{path}({line.number}): expected 'word frequency tag', found '{line.text}'")];

    private static DictionaryLine? Parse(string line) =>
        line.Split(' ') is [{ Length: > 0 } word, var number, { Length: > 0 } tag] && long.TryParse(number, out var frequency) && frequency > 0
            ? new DictionaryLine(word, frequency, tag)
            : null;
}

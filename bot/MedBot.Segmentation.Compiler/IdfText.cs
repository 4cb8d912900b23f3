using System.Globalization;

namespace MedBot.Segmentation.Compiler;

/// <summary>Reads jieba's <c>idf.txt</c>: UTF-8, one word and its inverse document frequency a line.</summary>
internal static class IdfText
{
    /// <exception cref="InvalidDataException">A line has another form, or a word comes twice.</exception>
    public static Dictionary<string, double> Read(string path)
    {
        var values = new Dictionary<string, double>();
        foreach (var (line, index) in File.ReadLines(path).Select((line, index) => (line, index)))
        {
            if (line.Split(' ') is not [{ Length: > 0 } word, var number]
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !values.TryAdd(word, value))
            {
                throw new InvalidDataException($"{path}({index + 1}): expected a new 'word value', found '{line}'");
            }
        }

        return values;
    }
}

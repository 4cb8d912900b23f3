using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Compiler;

/// <summary>Turns the inverse document frequencies into what the keyword extractor reads.</summary>
internal static class IdfCompiler
{
    /// <exception cref="InvalidDataException">A word holds a character that no token can hold.</exception>
    public static CompiledIdf Compile(Dictionary<string, double> idf, List<DictionaryLine> lines)
    {
        var alphabet = AlphabetByUse.Order(lines);
        if (idf.Keys.FirstOrDefault(word => !alphabet.Covers(word)) is { } strange)
            throw new InvalidDataException($"No token can be '{strange}', so it has no place among the inverse document frequencies");

        // jieba's median: of an even count, the upper one of the two in the middle.
        var median = idf.Values.Order().ElementAt(idf.Count / 2);
        double[] values = [median, .. idf.Values.Distinct().Order()];
        return new CompiledIdf(
            TrieBuilder.Build(alphabet, idf.Select(pair => new TrieWord(pair.Key, Array.BinarySearch(values, 1, values.Length - 1, pair.Value)))),
            values);
    }
}

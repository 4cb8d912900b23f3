using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Compiler;

/// <summary>Orders the alphabet by how often the dictionary's words use each character.</summary>
internal static class AlphabetByUse
{
    public static Alphabet Order(IEnumerable<DictionaryLine> lines)
    {
        var uses = new long[char.MaxValue + 1];
        foreach (var line in lines)
        {
            foreach (var c in line.Word)
                uses[c] += line.Frequency;
        }

        return new Alphabet([.. Alphabet.Characters().OrderByDescending(c => uses[c]).ThenBy(c => c)]);
    }
}

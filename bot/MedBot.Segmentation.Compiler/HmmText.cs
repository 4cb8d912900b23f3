using System.Globalization;
using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Compiler;

/// <summary>The model as <c>hmm_model.utf8</c> states it: emissions by state (B, M, E, S) and character.</summary>
internal sealed record HmmText(HmmStart Start, HmmTransitions Transitions, IReadOnlyDictionary<char, double>[] Emissions)
{
    private const int LinesThatCount = 9;

    /// <summary>Reads cppjieba's form: start line, four transition lines, four emission lines, each in the order B, E, M, S; <c>#</c> opens a comment.</summary>
    /// <exception cref="InvalidDataException">The file has another form.</exception>
    public static HmmText Read(string path)
    {
        var lines = File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        if (lines.Length != LinesThatCount)
            throw new InvalidDataException($"{path}: expected {LinesThatCount} lines that are no comments, found {lines.Length}");

        try
        {
            var rows = lines[..5].Select(line => line.Split(' ').Select(Number).ToArray()).ToArray();
            var (start, b, e, m, s) = (rows[0], rows[1], rows[2], rows[3], rows[4]);
            return new HmmText(
                new HmmStart(B: start[0], M: start[2], E: start[1], S: start[3]),
                new HmmTransitions(BM: b[2], BE: b[1], MM: m[2], ME: m[1], EB: e[0], ES: e[3], SB: s[0], SS: s[3]),
                [Emission(lines[5]), Emission(lines[7]), Emission(lines[6]), Emission(lines[8])]);
        }
        catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: {wrong.Message}", wrong);
        }
    }

    // "耀:-10.460283,蘄:-11.015514,…"
    private static Dictionary<char, double> Emission(string line) =>
        line.Split(',').ToDictionary(pair => pair[0], pair => Number(pair[2..]));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

namespace MedBot.Understanding.Tests.Questions;

/// <summary>What one message should be understood as.</summary>
/// <param name="Message">What the resident types.</param>
/// <param name="Intents">The intent of each request, in order.</param>
/// <param name="Slots">Facts of the first request: region=河北廊坊;year=2026;person=newborn;level=tertiary;amount=30000 …</param>
/// <param name="Note">The voice that it was written in.</param>
/// <param name="Where">File and line.</param>
internal sealed record Expectation(string Message, IReadOnlyList<string> Intents, IReadOnlyDictionary<string, string> Slots, string Note, string Where)
{
    /// <summary>Reads the tab-separated columns question, intent(s joined by +), slots (parted by ;), note.</summary>
    public static Expectation Parse(string line, string where)
    {
        var columns = line.Split('\t');
        if (columns.Length < 2)
            throw new FormatException($"{where}: 至少要有问题和意图两列，以制表符分隔。");
        var slots = columns.ElementAtOrDefault(2) ?? "";
        return new Expectation(
            columns[0],
            columns[1].Split('+'),
            slots.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim()),
            columns.ElementAtOrDefault(3) ?? "",
            where);
    }
}

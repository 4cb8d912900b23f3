using MedBot.Policy.Answers;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>Reads tests/questions.</summary>
internal static class QuestionFiles
{
    public static string Folder { get; } = Path.Combine(Bot.Checkout, "tests", "questions");

    /// <summary>Single messages: a table with a header line; lines that start with # are comments.</summary>
    public static IEnumerable<Expectation> Messages(string file) =>
        File.ReadLines(Path.Combine(Folder, file))
            .Select((line, i) => (Line: line, Where: $"{file}:{i + 1}"))
            .Skip(1)
            .Where(entry => entry.Line.Length > 0 && entry.Line[0] != '#')
            .Select(entry => Expectation.Parse(entry.Line, entry.Where));

    /// <summary>
    /// Conversations: blocks parted by empty lines, a turn a line in the columns of <see cref="Messages"/>. A line
    /// "@ask HospitalLevel" says what the bot asks before the next turn, "@offer 三级医院|二级医院" which buttons it shows.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Turn>> Conversations(string file)
    {
        var turns = new List<Turn>();
        Fact? asked = null;
        string[] offered = [];
        var line = 0;
        foreach (var text in File.ReadLines(Path.Combine(Folder, file)).Append(""))
        {
            line++;
            if (text.Length == 0 && turns.Count > 0)
            {
                yield return turns;
                turns = [];
            }
            else if (text.StartsWith("@ask ", StringComparison.Ordinal))
            {
                asked = Enum.Parse<Fact>(text[5..]);
            }
            else if (text.StartsWith("@offer ", StringComparison.Ordinal))
            {
                offered = text[7..].Split('|');
            }
            else if (text.Length > 0 && text[0] != '#')
            {
                turns.Add(new Turn(Expectation.Parse(text, $"{file}:{line}"), asked, offered));
                (asked, offered) = (null, []);
            }
        }
    }
}

/// <summary>One turn of a conversation.</summary>
/// <param name="Expected">What the resident says and how it should be understood, facts of earlier turns included.</param>
/// <param name="Asked">What the bot asked before; null when nothing.</param>
/// <param name="Offered">The buttons that it showed.</param>
internal sealed record Turn(Expectation Expected, Fact? Asked, IReadOnlyList<string> Offered);

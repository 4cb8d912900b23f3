using System.Text;

namespace MedBot.Benchmarks.Search;

/// <summary>A collection with questions whose answers are known.</summary>
public sealed record JudgedSet(string Name, IReadOnlyList<TsvRow> Rows, IReadOnlyList<JudgedQuery> Queries)
{
    /// <summary>Reads <c>FILE.docs.tsv</c> (id, title, body) and <c>FILE.q.tsv</c> (query, qid, ids of the answers joined by commas).</summary>
    public static JudgedSet Read(string path) => new(
        Path.GetFileName(path),
        TsvCollection.ReadRows(path + ".docs.tsv"),
        [.. File.ReadLines(path + ".q.tsv", Encoding.UTF8).Select(line => line.Split('\t')).Where(cells => cells.Length >= 3)
            .Select(cells => new JudgedQuery(cells[0], cells[2].Split(',').ToHashSet()))]);

    /// <summary>The sets that the command line names with <c>--set FILE</c>, or the made ones; null when it makes no sense, which standard error says.</summary>
    public static IReadOnlyList<JudgedSet>? FromArguments(string verb, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!CommandOptions.AreKnown(verb, arguments, "--set"))
            return null;
        if (arguments.Where((_, i) => i % 2 == 1).FirstOrDefault(path => !File.Exists(path + ".docs.tsv") || !File.Exists(path + ".q.tsv")) is { } missing)
        {
            Console.Error.WriteLine($"{verb}: there is no {missing}.docs.tsv with a {missing}.q.tsv beside it.");
            return null;
        }

        var paths = arguments.Zip(arguments.Skip(1)).Where(pair => pair.First == "--set").Select(pair => pair.Second).ToArray();
        return paths.Length > 0 ? [.. paths.Select(Read)] : MadeSets.All();
    }
}

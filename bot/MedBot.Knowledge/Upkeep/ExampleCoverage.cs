using System.Collections.Immutable;
using MedBot.Knowledge.Cases;
using MedBot.Policy.Records;

namespace MedBot.Knowledge.Upkeep;

/// <summary>
/// What the worked examples beside a table must touch: each version on its first and its last day, and on the day before
/// and the day after, where the document states those days. And they name only records that exist.
/// </summary>
public static class ExampleCoverage
{
    /// <summary>What is missing, a problem each; empty when all is touched.</summary>
    public static ImmutableArray<KnowledgeProblem> ProblemsOf(KnowledgeBase knowledge, ImmutableArray<WorkedExample> examples)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var asked = examples.Select(example => (FileOf(example.Origin), example.On)).ToHashSet();
        var worked = asked.Select(one => one.Item1).ToHashSet();
        var ids = knowledge.Book.Tables.Select(table => table.Record.Id).ToHashSet();
        return
        [
            .. from file in knowledge.Book.Tables.Select(table => ExamplesOf(table.Record)).Distinct()
               where !worked.Contains(file)
               select new KnowledgeProblem(file, 1, "这张表旁边没有算例", "至少一个手算的例子"),
            .. from table in knowledge.Book.Tables
               from day in EdgesOf(table.Record)
               where worked.Contains(ExamplesOf(table.Record)) && !asked.Contains((ExamplesOf(table.Record), day))
               select new KnowledgeProblem(ExamplesOf(table.Record), 1, $"“{table.Record.Id}”没有 {day:yyyy-MM-dd} 这天的算例", "每个版本的前一天、第一天、最后一天、后一天都有算例"),
            .. from example in examples
               from figure in example.Figures
               where figure.Record is { } id && !ids.Contains(id)
               select new KnowledgeProblem(FileOf(example.Origin), LineOf(example.Origin), $"算例“{example.Name}”写的记录“{figure.Record}”不存在", "表里已有的 id"),
        ];
    }

    private static IEnumerable<DateOnly> EdgesOf(PolicyRecord record)
    {
        if (record.Validity.First is { } first)
        {
            yield return first.AddDays(-1);
            yield return first;
        }
        if (record.Validity.Last is { } last)
        {
            yield return last;
            yield return last.AddDays(1);
        }
    }

    private static string ExamplesOf(PolicyRecord record) => FileOf(record.Origin).Replace(".yaml", ".cases.yaml", StringComparison.Ordinal);

    private static string FileOf(string origin) => origin[..origin.LastIndexOf(':')];

    private static int LineOf(string origin) => int.Parse(origin.AsSpan(origin.LastIndexOf(':') + 1));
}

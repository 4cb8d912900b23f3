using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Cases;
using MedBot.Plugins.Cases;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>
/// Changes every figure, day and year of every table in turn and shows that a worked example turns red. Prints the share
/// caught for each table; tests/run --mutate-data shows it.
/// </summary>
public sealed class DataMutation(ITestOutputHelper output)
{
    [Fact]
    public void EveryMisprintTurnsAWorkedExampleRed()
    {
        var escaped = new List<string>();
        var (all, caught) = (0, 0);
        foreach (var file in CheckedOutKnowledge.Base.Book.Tables.GroupBy(table => FileOf(table.Record.Origin)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var misprints = file.SelectMany(Misprint.AllOf).ToList();
            var missed = misprints.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount).Where(misprint => !IsCaught(misprint)).ToList();
            escaped.AddRange(missed.Select(misprint => $"{misprint.Original.Record.Id}: {misprint.What}"));
            (all, caught) = (all + misprints.Count, caught + misprints.Count - missed.Count);
            output.WriteLine($"{file.Key}: {misprints.Count - missed.Count} of {misprints.Count} caught");
        }
        output.WriteLine($"{caught} of {all} changes caught ({(decimal)caught / all:P2})");

        Assert.True(escaped.Count == 0, string.Join(Environment.NewLine, escaped));
    }

    private static bool IsCaught(Misprint misprint)
    {
        var runner = new WorkedExampleRunner(CheckedOutKnowledge.PluginsOver(With(misprint)));
        return ExamplesFor(misprint.Original).Any(example => !runner.Run(example).IsEmpty);
    }

    /// <summary>The examples of the places that the table speaks for, those beside it first; only those that are green without the misprint.</summary>
    private static IEnumerable<WorkedExample> ExamplesFor(PolicyTable table)
    {
        var beside = FileOf(table.Record.Origin).Replace(".yaml", ".cases.yaml", StringComparison.Ordinal);
        return Green.Value
            .Where(example => example.Region.LiesIn(table.Record.Region))
            .OrderBy(example => FileOf(example.Origin) == beside ? 0 : 1);
    }

    private static readonly Lazy<ImmutableArray<WorkedExample>> Green = new(() =>
    {
        var runner = new WorkedExampleRunner(CheckedOutKnowledge.Plugins);
        return [.. CheckedOutKnowledge.Examples.Where(example => runner.Run(example).IsEmpty)];
    });

    private static KnowledgeBase With(Misprint misprint)
    {
        var book = CheckedOutKnowledge.Base.Book;
        var tables = book.Tables.Replace(misprint.Original, misprint.Changed, ReferenceEqualityComparer.Instance);
        return CheckedOutKnowledge.Base with { Book = new PolicyBook(tables, book.Conflicts.Values.Select(misprint.Repeat)) };
    }

    private static string FileOf(string origin) => origin[..origin.LastIndexOf(':')];
}

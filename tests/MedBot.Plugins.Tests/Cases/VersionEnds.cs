using MedBot.Policy.Tables;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>Both ends of a version count, so each has an example on it and one on the day beyond it.</summary>
public sealed class VersionEnds
{
    [Fact]
    public void EveryVersionWithAFirstDayHasExamplesOnItAndOnTheDayBefore() =>
        Assert.Empty(Without(table => table.Record.Validity.First is { } first ? [first.AddDays(-1), first] : []));

    [Fact]
    public void EveryVersionWithALastDayHasExamplesOnItAndOnTheDayAfter() =>
        Assert.Empty(Without(table => table.Record.Validity.Last is { } last ? [last, last.AddDays(1)] : []));

    private static IEnumerable<string> Without(Func<PolicyTable, IEnumerable<DateOnly>> daysOf)
    {
        var asked = CheckedOutKnowledge.Examples.Select(example => (FileOf(example.Origin), example.On)).ToHashSet();
        return
            from table in CheckedOutKnowledge.Base.Book.Tables
            from day in daysOf(table)
            where !asked.Contains((FileOf(table.Record.Origin).Replace(".yaml", ".cases.yaml", StringComparison.Ordinal), day))
            select $"{table.Record.Id}: {day:yyyy-MM-dd}";
    }

    private static string FileOf(string origin) => origin[..origin.LastIndexOf(':')];
}

using MedBot.Knowledge.Upkeep;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>Both ends of a version count, so each has an example on it and one on the day beyond it.</summary>
public sealed class VersionEnds
{
    [Fact]
    public void EveryVersionIsAskedOnItsFirstAndLastDayAndOnTheDaysAround() =>
        Assert.Empty(ExampleCoverage.ProblemsOf(CheckedOutKnowledge.Base, CheckedOutKnowledge.Examples));

    [Fact]
    public void AnExampleThatIsTakenAwayIsMissed()
    {
        var version = CheckedOutKnowledge.Base.Book.Tables.First(table => table.Record.Id == "hebei-premium-2026").Record;
        var file = version.Origin[..version.Origin.LastIndexOf(':')].Replace(".yaml", ".cases.yaml", StringComparison.Ordinal);
        var others = CheckedOutKnowledge.Examples.RemoveAll(example => example.Origin.StartsWith(file, StringComparison.Ordinal) && example.On == version.Validity.Last);

        var problem = Assert.Single(ExampleCoverage.ProblemsOf(CheckedOutKnowledge.Base, others), one => one.Problem.Contains(version.Id, StringComparison.Ordinal));

        Assert.Equal(file, problem.File);
        Assert.Contains("2026-12-31", problem.Problem, StringComparison.Ordinal);
    }
}

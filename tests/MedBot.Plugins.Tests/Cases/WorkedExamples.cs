using MedBot.Plugins.Cases;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>Every worked example beside a table, asked of the plugins that answer residents.</summary>
public sealed class WorkedExamples
{
    public static IEnumerable<TheoryDataRow<string>> All() =>
        CheckedOutKnowledge.Examples.Select(example => new TheoryDataRow<string>(example.Origin)
        {
            TestDisplayName = $"{example.Region.FullName} {example.Table}：{example.Name}",
        });

    [Theory, MemberData(nameof(All))]
    public void TheAnswerIsAsWorkedByHand(string origin)
    {
        var example = CheckedOutKnowledge.Examples.Single(one => one.Origin == origin);

        Assert.Empty(new WorkedExampleRunner(CheckedOutKnowledge.Plugins).Run(example));
    }

    [Fact]
    public void NoTwoExamplesOfAFileBearTheSameName() =>
        Assert.Empty(CheckedOutKnowledge.Examples.GroupBy(example => (FileOf(example.Origin), example.Name)).Where(group => group.Count() > 1).Select(group => group.Key));

    private static string FileOf(string origin) => origin[..origin.LastIndexOf(':')];
}

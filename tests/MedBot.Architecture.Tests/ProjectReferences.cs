using System.Reflection;
using MedBot.Knowledge.Articles;
using MedBot.Understanding;

namespace MedBot.Architecture.Tests;

/// <summary>Who may know whom: the arrows of the README, read from the built assemblies.</summary>
public sealed class ProjectReferences
{
    [Theory]
    [InlineData("Policy", "")]
    [InlineData("Segmentation", "")]
    [InlineData("Search", "Segmentation")]
    [InlineData("Knowledge", "Policy Search Segmentation")]
    [InlineData("Understanding", "Policy Knowledge Segmentation")]
    [InlineData("Plugins", "Policy Knowledge")]
    [InlineData("Dialogs", "Policy Knowledge Search Segmentation Understanding Plugins")]
    [InlineData("LanguageModel", "Policy Knowledge Understanding Plugins Dialogs")]
    [InlineData("Storage", "")]
    [InlineData("Channels", "Policy Dialogs Storage Understanding Plugins Knowledge")]
    public void PointOnlyTheAllowedWay(string project, string allowed)
    {
        var known = References(project).Where(name => name.StartsWith("MedBot.", StringComparison.Ordinal)).Select(name => name["MedBot.".Length..]);

        Assert.Empty(known.Except(allowed.Split(' ')));
    }

    [Fact]
    public void PolicyKnowsNothingBeyondTheBaseLibrary() =>
        Assert.All(References("Policy"), name => Assert.StartsWith("System.", name));

    [Fact]
    public void EveryTopicOfAnArticleIsAnIntent() =>
        Assert.Empty(Enum.GetNames<Topic>().Except(Enum.GetNames<Intent>()));

    private static IEnumerable<string> References(string project) =>
        Assembly.Load($"MedBot.{project}").GetReferencedAssemblies().Select(reference => reference.Name!);
}

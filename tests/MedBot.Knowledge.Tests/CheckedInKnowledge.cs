using MedBot.Policy.Records;

namespace MedBot.Knowledge.Tests;

/// <summary>The knowledge of this repository.</summary>
public sealed class CheckedInKnowledge
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.Load(Path.Combine(Checkout(), "knowledge"), KnowledgeFolder.Regions);

    /// <summary>The two texts that the project started from hold 227 facts; each is told by some record.</summary>
    [Fact]
    public void EveryFactOfTheFirstTextsIsCovered()
    {
        var facts = Enumerable.Range(1, 227).Select(number => $"S{number:0000}");

        Assert.Empty(facts.Except(Knowledge.Records.SelectMany(record => record.Covers)));
    }

    [Fact]
    public void TheKnownContradictionsAreDeclared() =>
        Assert.Empty(Enumerable.Range(1, 18).Select(number => $"C{number:00}").Except(Knowledge.Book.Conflicts.Keys));

    [Fact]
    public void EverySourceIsUsed() =>
        Assert.Empty(Knowledge.Sources.Keys.Except(Knowledge.Records.Select(record => record.Source.Id)));

    [Theory]
    [InlineData("131000", "廊坊", "河北廊坊")]
    [InlineData("422800", "恩施", "湖北恩施")]
    [InlineData("150000", "内蒙古", "内蒙古")]
    [InlineData("110105", "朝阳", "北京朝阳")]
    public void PlacesHaveTheNamesThatPeopleSay(string code, string shortName, string fullName)
    {
        var region = KnowledgeFolder.Regions.Find(code)!;

        Assert.Equal(shortName, region.ShortName);
        Assert.Equal(fullName, region.FullName);
    }

    [Fact]
    public void AMunicipalitysDistrictStandsDirectlyBelowIt() =>
        Assert.Equal(RegionLevel.Province, KnowledgeFolder.Regions.Find("110105")!.Parent!.Level);

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from a build below the checkout.");
    }
}

using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Cases;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Records;
using MedBot.Segmentation;

namespace MedBot.Plugins.Tests;

/// <summary>The repository's own knowledge/ with its worked examples, read once for all tests.</summary>
internal static class CheckedOutKnowledge
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "knowledge");

    public static RegionDirectory Regions { get; } = RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));

    public static KnowledgeBase Base { get; } = KnowledgeLoader.Load(Folder, Regions);

    public static ImmutableArray<WorkedExample> Examples { get; } = WorkedExampleReader.ReadAll(Folder, Regions);

    private static ArticleIndex Index { get; } = ArticleIndex.Build(Base.Articles, Segmenter.CreateDefault(), text => text);

    public static PluginSet Plugins { get; } = PluginsOver(Base);

    /// <summary>The plugins over the same articles and other tables.</summary>
    public static PluginSet PluginsOver(KnowledgeBase knowledge) => new(knowledge, Index);

    public static Region Place(string code) => Regions.Find(code) ?? throw new ArgumentException($"No place has the code {code}.", nameof(code));

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from a checkout: no folder above the binaries holds MedBot.sln.");
    }
}

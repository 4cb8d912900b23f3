using MedBot.Benchmarks.Segmentation;
using MedBot.Knowledge;
using MedBot.Knowledge.Regions;

namespace MedBot.Benchmarks.Policy;

/// <summary>The repository's own knowledge/.</summary>
internal static class LoadedKnowledge
{
    public static RegionDirectory Regions() => RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));

    public static KnowledgeBase Tables(RegionDirectory regions) => KnowledgeLoader.Load(Path.Combine(RepositoryFiles.Root, "knowledge"), regions);
}

using System.Text.RegularExpressions;
using MedBot.Benchmarks.Segmentation;
using MedBot.Knowledge;
using MedBot.Knowledge.Regions;

namespace MedBot.Benchmarks.Policy;

/// <summary>The repository's own knowledge/, or a copy of its tables alone.</summary>
internal static partial class LoadedKnowledge
{
    public static RegionDirectory Regions() => RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));

    public static KnowledgeBase All(RegionDirectory regions) => KnowledgeLoader.Load(Folder, regions);

    /// <summary>Copies the tables and their sources, without articles; of the conflicts only that they are declared, since their texts rest on articles too.</summary>
    public static DirectoryInfo CopyOfTables()
    {
        var copy = Directory.CreateTempSubdirectory("medbot-tables-");
        var conflicts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in new[] { "sources", "national", "regions" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(Folder, part), "*.yaml", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            conflicts.UnionWith(Declared.Matches(File.ReadAllText(file)).SelectMany(line => line.Groups["ids"].Value.Split(", ")));
        }
        File.WriteAllLines(Path.Combine(copy.FullName, "conflicts.yaml"), conflicts.Select(id => $"  - {{ id: {id}, title: 矛盾, told: 来源说法不一 }}").Prepend("conflicts:"));
        return copy;
    }

    [GeneratedRegex(@"^ *conflicts: \[(?<ids>[^\]]*)\]", RegexOptions.Multiline)]
    private static partial Regex Declared { get; }

    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "knowledge");
}

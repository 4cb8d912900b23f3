using MedBot.Knowledge.Regions;

namespace MedBot.Knowledge.Tests;

/// <summary>A small knowledge folder that is right, and that a test makes wrong in one place.</summary>
internal sealed class KnowledgeFolder : IDisposable
{
    public const string Table = "regions/131000-langfang/resident/premiums.yaml";

    public const string GoodTable = """
        table: premiums
        region: "131000"
        versions:
          - id: langfang-premiums-2025
            benefit_year: 2025
            from: 2025-01-01
            to: 2025-12-31
            source: { document: notice }
            checked_on: 2025-02-01
            rows:
              - { group: resident, own_yuan: 至少 400 }
        """;

    public static readonly RegionDirectory Regions = RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));

    private readonly string _root = Directory.CreateTempSubdirectory("medbot-knowledge-").FullName;

    public KnowledgeFolder()
    {
        Write("sources/notice.yaml", "title: 通知\nconfidence: official\n");
        Write("regions/131000-langfang/region.yaml", "code: \"131000\"\nname: 廊坊市\n");
        Write(Table, GoodTable);
    }

    public KnowledgeFolder Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public KnowledgeBase Load() => KnowledgeLoader.Load(_root, Regions);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

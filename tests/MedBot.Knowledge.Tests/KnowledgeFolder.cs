using MedBot.Knowledge.Regions;

namespace MedBot.Knowledge.Tests;

/// <summary>A small knowledge folder that is right, and that a test makes wrong in one place. The figures are nobody's policy.</summary>
internal sealed class KnowledgeFolder : IDisposable
{
    public const string Table = "regions/131000-langfang/resident/premiums.yaml";
    public const string Region = "regions/131000-langfang/region.yaml";
    public const string Source = "sources/notice.yaml";
    public const string Article = "articles/fee.md";
    public const string Conflicts = "conflicts.yaml";

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
            conflicts: [C01]
            rows:
              - { group: resident, own_yuan: 至少 400 }
        """;

    public const string GoodArticle = """
        ---
        id: fee
        region: "000000"
        topics: [premium]
        questions: [要缴多少]
        from: unstated
        to: open
        source: { document: notice }
        checked_on: 2025-02-01
        figures:
          - { label: 个人缴费, value: 380, unit: 元 }
        ---
        # 缴多少

        一年380元。

        - 先问当地。
        """;

    public const string GoodConflicts = """
        conflicts:
          - id: C01
            title: 缴多少
            told: 有的说至少400元，有的没有说。
            sides:
              - { region: "131000", says: 廊坊说至少400元。 }
            advice: 以参保地为准。
            remark: 等通知。
        """;

    public static readonly RegionDirectory Regions = RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));

    private readonly string _root = Directory.CreateTempSubdirectory("medbot-knowledge-").FullName;

    public KnowledgeFolder()
    {
        Write(Source, "title: 通知\nconfidence: official\n");
        Write(Region, "code: \"131000\"\nname: 廊坊市\n");
        Write(Table, GoodTable);
        Write(Article, GoodArticle);
        Write(Conflicts, GoodConflicts);
    }

    public string Root => _root;

    public KnowledgeFolder Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public KnowledgeFolder Remove(string file)
    {
        File.Delete(Path.Combine(_root, file));
        return this;
    }

    /// <summary>Writes one thing of a file otherwise. What is to be changed must stand there.</summary>
    public KnowledgeFolder Change(string file, string right, string wrong)
    {
        var text = File.ReadAllText(Path.Combine(_root, file));
        return text.Contains(right, StringComparison.Ordinal)
            ? Write(file, text.Replace(right, wrong, StringComparison.Ordinal))
            : throw new ArgumentException($"{file} does not hold: {right}", nameof(right));
    }

    public KnowledgeBase Load() => KnowledgeLoader.Load(_root, Regions);

    public IReadOnlyList<KnowledgeProblem> Problems() => Assert.Throws<KnowledgeException>(Load).Problems;

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

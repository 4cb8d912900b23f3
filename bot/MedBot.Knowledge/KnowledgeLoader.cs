using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Regions;
using MedBot.Knowledge.Tables;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Knowledge;

/// <summary>
/// Reads knowledge/ strictly: an unknown or missing key, a bad date, an unknown place or source, a number that no figure
/// backs, or two versions that overlap without a declared conflict make the whole load fail, with every problem listed.
/// </summary>
public sealed class KnowledgeLoader
{
    private readonly string _root;
    private readonly RegionDirectory _regions;
    private readonly List<KnowledgeProblem> _problems = [];

    private KnowledgeLoader(string root, RegionDirectory regions) => (_root, _regions) = (root, regions);

    /// <param name="root">The folder knowledge/.</param>
    /// <param name="regions">Every place of the country.</param>
    /// <exception cref="KnowledgeException">Something in the folder is not as it should be.</exception>
    public static KnowledgeBase Load(string root, RegionDirectory regions)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        return !Directory.Exists(root)
            ? throw new KnowledgeException(new KnowledgeProblem(root, 0, "没有这个文件夹", "知识库文件夹；用 Knowledge:Path 指定"))
            : new KnowledgeLoader(root, regions).Load();
    }

    private KnowledgeBase Load()
    {
        var version = Task.Run(Version);
        RequireKnownFiles();
        var sources = ReadAll(FilesIn("sources", "*.yaml"), ReadSource).DistinctBy(source => source.Id).ToFrozenDictionary(source => source.Id);
        var conflicts = ReadConflicts();
        var records = new RecordReader(sources, conflicts.ToDictionary(conflict => conflict.Id));
        var files = FilesIn("national", "*.yaml").Concat(FilesIn("regions", "*.yaml"))
            .Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal) && Path.GetFileName(file) != "region.yaml");
        var tables = ReadAll(files, file => ReadTable(file, records)).SelectMany(versions => versions).ToImmutableArray();
        CheckRegionFolders();
        var articleReader = new ArticleReader(records, _regions);
        var articles = ReadAll(FilesIn("articles", "*.md"), file => articleReader.Read(file, TextOf(file))).ToImmutableArray();

        var settled = new KnowledgeGates(_problems).Check(tables, articles, conflicts);
        return _problems.Count > 0
            ? throw new KnowledgeException([.. _problems])
            : new KnowledgeBase(_regions, sources, new PolicyBook(tables, settled), articles, version.GetAwaiter().GetResult());
    }

    private static SourceDocument ReadSource(string file, YamlMap map)
    {
        var source = new SourceDocument(
            Path.GetFileNameWithoutExtension(file),
            map.Text("title"),
            map.OptionalText("number"),
            map.OptionalText("issuer"),
            map.OptionalDay("issued"),
            map.OptionalText("address"),
            map.Choice("confidence", Vocabulary.Confidences));
        _ = map.OptionalText("remark");
        map.End();
        return source;
    }

    private SourceDocument ReadSource(string file) => ReadSource(file, YamlMap.Parse(file, TextOf(file)));

    private ImmutableArray<Conflict> ReadConflicts()
    {
        const string file = "conflicts.yaml";
        if (!File.Exists(Path.Combine(_root, file)))
            return [];
        return Try(file, path =>
        {
            var map = YamlMap.Parse(path, TextOf(path));
            var conflicts = map.Maps("conflicts").Select(one =>
            {
                var conflict = new Conflict(
                    one.Text("id"),
                    one.Text("title"),
                    new Statement(one.Text("told"), []),
                    [.. one.Maps("sides").Select(ReadSide)],
                    one.OptionalText("advice"),
                    [],
                    $"{one.File}:{one.Line}");
                _ = one.OptionalText("remark");
                one.End();
                return conflict;
            }).ToImmutableArray();
            map.End();
            if (conflicts.GroupBy(conflict => conflict.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw map.WrongHere($"编号“{twice.Key}”写了两次", "一个编号只写一条");
            return new Boxed<ImmutableArray<Conflict>>(conflicts);
        })?.Value ?? [];
    }

    private ConflictSide ReadSide(YamlMap map)
    {
        var code = map.Text("region", "六位行政区划代码");
        var side = new ConflictSide(_regions.Find(code) ?? throw map.Wrong("region", code, "六位行政区划代码"), new Statement(map.Text("says"), []));
        map.End();
        return side;
    }

    private List<PolicyTable> ReadTable(string file, RecordReader records)
    {
        var map = YamlMap.Parse(file, TextOf(file));
        var name = map.Text("table", string.Join("、", TableReaders.ByName.Keys.Order(StringComparer.Ordinal)));
        if (!TableReaders.ByName.TryGetValue(name, out var reader))
            throw map.Wrong("table", name, string.Join("、", TableReaders.ByName.Keys.Order(StringComparer.Ordinal)));
        var code = map.Text("region", "六位行政区划代码，全国为 000000");
        var expected = file.StartsWith("national/", StringComparison.Ordinal) ? Region.Nation.Code
            : RegionFolder.CodeOf(file) ?? throw map.WrongHere("文件所在的文件夹，名字开头不是行政区划代码", RegionFolder.Form);
        var region = code == expected ? _regions.Find(code) : null;
        if (region is null)
            throw map.Wrong("region", code, $"所在文件夹的六位行政区划代码 {expected}");

        var versions = map.Maps("versions").Select(version =>
        {
            var record = records.Read(version, region);
            var table = reader(version, record);
            version.End();
            RecordReader.RequireBackedNumbers(version, record, table.Figures, TextsOf(table));
            if (table.Figures.GroupBy(figure => figure.Label).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw version.WrongHere($"“{twice.Key}”写了两次", "同一版本里一个数据项只写一次");
            return table;
        }).ToList();
        map.End();
        return versions;
    }

    /// <summary>The texts of a table that residents read.</summary>
    private static IEnumerable<string> TextsOf(PolicyTable table)
    {
        IEnumerable<string?> texts = table switch
        {
            CollectionRule rule => [rule.Rule],
            AidTable aid => aid.Premium.Select(row => row.Condition).Concat(aid.Care.Select(row => row.Condition)),
            InpatientTable inpatient => inpatient.Rows.Select(row => row.Condition).Concat(inpatient.Elsewhere.Select(rule => rule.Case)),
            OutpatientTable outpatient => outpatient.Rows.Select(row => row.Condition),
            MaternityTable maternity => maternity.Rows.Select(row => row.Condition),
            CoverageTable coverage => [coverage.Condition],
            NewbornTable newborn => newborn.Terms,
            WaitingPeriodTable waiting => waiting.Terms,
            ComparisonTable comparison => comparison.Rows.SelectMany(row => new[] { row.Resident, row.Employee }),
            _ => [],
        };
        return texts.Append(table.Record.Note).OfType<string>();
    }

    private void CheckRegionFolders()
    {
        foreach (var file in FilesIn("regions", "region.yaml"))
        {
            Try(file, path =>
            {
                var map = YamlMap.Parse(path, TextOf(path));
                var code = map.Text("code", "六位行政区划代码");
                var region = _regions.Find(code) ?? throw map.Wrong("code", code, "国家行政区划里有的六位代码");
                if (map.Text("name") != region.Name)
                    throw map.Wrong("name", map.Text("name"), region.Name);
                if (!path.StartsWith($"regions/{code}-", StringComparison.Ordinal))
                    throw map.Wrong("code", code, "与文件夹名开头的代码相同");
                map.End();
                return map;
            });
        }
        foreach (var folder in Folders("regions").Where(folder => !File.Exists(Path.Combine(_root, folder, "region.yaml"))))
            _problems.Add(new KnowledgeProblem($"{folder}/region.yaml", 1, "没有这个文件", "一个 region.yaml，写明 code 和 name"));
    }

    /// <summary>A file that nobody would read is told, not passed over: premiums.yml, a table left in sources/.</summary>
    private void RequireKnownFiles()
    {
        foreach (var (folder, extension) in new[] { ("sources", ".yaml"), ("national", ".yaml"), ("regions", ".yaml"), ("articles", ".md") })
        {
            foreach (var file in FilesIn(folder, "*").Where(file => !Path.GetFileName(file).StartsWith('.')))
            {
                if (!file.EndsWith(extension, StringComparison.Ordinal))
                    _problems.Add(new KnowledgeProblem(file, 1, "这里不读这种文件", $"文件名以 {extension} 结尾"));
                else if (folder == "sources" && file.Count(letter => letter == '/') > 1)
                    _problems.Add(new KnowledgeProblem(file, 1, "来源文件放得太深", "直接放在 sources/ 下"));
            }
        }
    }

    private string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(_root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Reads files side by side. Problems are listed in the order of the files, whichever was read first.</summary>
    private List<T> ReadAll<T>(IEnumerable<string> files, Func<string, T> read)
        where T : class
    {
        var values = new List<T>();
        foreach (var (value, problems) in files.ToArray().AsParallel().AsOrdered().Select(file => Attempt(file, read)).ToArray())
        {
            _problems.AddRange(problems);
            if (value is not null)
                values.Add(value);
        }
        return values;
    }

    private T? Try<T>(string file, Func<string, T> read)
        where T : class
    {
        var (value, problems) = Attempt(file, read);
        _problems.AddRange(problems);
        return value;
    }

    private static (T? Value, ImmutableArray<KnowledgeProblem> Problems) Attempt<T>(string file, Func<string, T> read)
        where T : class
    {
        try
        {
            return (read(file), []);
        }
        catch (KnowledgeException wrong)
        {
            return (null, wrong.Problems);
        }
    }

    private IEnumerable<string> FilesIn(string folder, string pattern)
    {
        var path = Path.Combine(_root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];
    }

    private IEnumerable<string> Folders(string folder)
    {
        var path = Path.Combine(_root, folder);
        return Directory.Exists(path) ? Directory.EnumerateDirectories(path).Select(one => Path.GetRelativePath(_root, one).Replace('\\', '/')) : [];
    }

    private string TextOf(string file) => File.ReadAllText(Path.Combine(_root, file));

    private sealed record Boxed<T>(T Value);
}

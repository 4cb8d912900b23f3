using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Regions;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Knowledge.Cases;

/// <summary>Reads every *.cases.yaml below knowledge/, as strictly as the tables themselves.</summary>
public static class WorkedExampleReader
{
    private const string Suffix = ".cases.yaml";

    private static readonly IReadOnlyDictionary<string, AnswerKind> Kinds = Vocabulary.Snake<AnswerKind>();
    private static readonly IReadOnlyDictionary<string, Fact> Facts = Vocabulary.Snake<Fact>();
    private static readonly IReadOnlyDictionary<string, PeriodStatus> Statuses = Vocabulary.Snake<PeriodStatus>();

    /// <param name="root">The folder knowledge/.</param>
    /// <param name="regions">Every place of the country.</param>
    /// <exception cref="KnowledgeException">A file is not as it should be.</exception>
    public static ImmutableArray<WorkedExample> ReadAll(string root, RegionDirectory regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        return
        [
            .. Directory.EnumerateFiles(root, "*" + Suffix, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(path => ReadFile(root, path, regions)),
        ];
    }

    private static List<WorkedExample> ReadFile(string root, string path, RegionDirectory regions)
    {
        var file = Path.GetRelativePath(root, path).Replace('\\', '/');
        var map = YamlMap.Parse(file, File.ReadAllText(path));
        var table = Path.GetFileName(file)[..^Suffix.Length];
        var region = file.StartsWith("national/", StringComparison.Ordinal) ? Region.Nation
            : regions.Find(RegionFolder.CodeOf(file) ?? "") ?? throw map.WrongHere("文件所在的文件夹，名字开头不是行政区划代码", RegionFolder.Form);
        var examples = map.Maps("cases").Select(one => Read(one, table, region)).ToList();
        map.End();
        return examples;
    }

    private static WorkedExample Read(YamlMap map, string table, Region region)
    {
        var example = new WorkedExample(table, map.Text("name"), map.Day("on"), region, $"{map.File}:{map.Line}")
        {
            Given = map.OptionalMap("given") is { } given ? ReadGiven(given) : new GivenFacts(),
            Figures = [.. map.Maps("figures").Select(ReadFigure)],
            Steps = [.. map.Maps("steps").Select(ReadStep)],
            Kind = map.OptionalChoice("kind", Kinds),
            Asks = [.. map.Texts("asks").Select(word => Facts.TryGetValue(word, out var fact) ? fact : throw map.Wrong("asks", word, string.Join("、", Facts.Keys)))],
            Says = map.Texts("says"),
            Lacks = map.Texts("lacks"),
        };
        map.End();
        return example is { Figures.IsEmpty: true, Steps.IsEmpty: true, Kind: null, Asks.IsEmpty: true, Says.IsEmpty: true, Lacks.IsEmpty: true }
            ? throw map.WrongHere($"算例“{example.Name}”什么也没有要求", "figures、steps、kind、asks、says、lacks 至少一样")
            : example;
    }

    private static GivenFacts ReadGiven(YamlMap map)
    {
        var given = new GivenFacts
        {
            BenefitYear = map.OptionalInteger("benefit_year", 2000, 2100),
            Groups = [.. map.Texts("groups").Select(word => Vocabulary.Groups.TryGetValue(word, out Person group) ? group : throw map.Wrong("groups", word, string.Join("、", Vocabulary.Groups.Keys)))],
            Level = map.OptionalChoice("level", Vocabulary.Levels),
            Care = map.OptionalChoice("care", Vocabulary.CareKinds),
            TotalYuan = map.OptionalDecimal("total_yuan"),
            SelfPaidYuan = map.OptionalDecimal("self_paid_yuan"),
            OverLimitYuan = map.OptionalDecimal("over_limit_yuan"),
            ClassBYuan = map.OptionalDecimal("class_b_yuan"),
            PaidThisYearYuan = map.OptionalDecimal("paid_this_year_yuan"),
            BurdenThisYearYuan = map.OptionalDecimal("burden_this_year_yuan"),
            AidThisYearYuan = map.OptionalDecimal("aid_this_year_yuan"),
            StayOfYear = map.OptionalInteger("stay_of_year", 1, 100),
            Born = map.OptionalDay("born"),
            LapsedYears = map.OptionalInteger("lapsed_years", 0, 100),
            RepaidYears = map.OptionalInteger("repaid_years", 0, 100),
            EmployeeCoverEnded = map.OptionalDay("employee_cover_ended"),
            Paid = map.OptionalDay("paid"),
            Item = map.OptionalText("item"),
            Elsewhere = map.OptionalYesNo("elsewhere") ?? false,
            Circumstance = map.OptionalChoice("circumstance", CaseNames.Circumstances) ?? ElsewhereCircumstance.None,
        };
        map.End();
        return given;
    }

    private static ExpectedFigure ReadFigure(YamlMap map)
    {
        var figure = new ExpectedFigure(map.Text("label"), map.Text("value"), map.OptionalChoice("status", Statuses), map.OptionalText("record"));
        map.End();
        return figure;
    }

    private static ExpectedStep ReadStep(YamlMap map)
    {
        var step = new ExpectedStep(map.Text("name"), map.Quantity("yuan"));
        map.End();
        return step;
    }
}

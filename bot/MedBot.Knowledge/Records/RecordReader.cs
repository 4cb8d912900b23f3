using System.Collections.Immutable;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Knowledge.Records;

/// <summary>Reads what a table version and an article's front matter have in common: place, dates, source, caveats.</summary>
internal sealed class RecordReader(IReadOnlyDictionary<string, SourceDocument> sources, IReadOnlyDictionary<string, Conflict> conflicts)
{
    /// <summary>Keys whose texts residents read; the numbers in them must be backed by a figure.</summary>
    private const string NoteKey = "note";

    public PolicyRecord Read(YamlMap map, Region region)
    {
        var first = map.DayOr("from", "unstated");
        var last = map.DayOr("to", "open");
        if (last < first)
            throw map.Wrong("to", map.Text("to"), $"不早于 from（{first:yyyy-MM-dd}）的日期，或 open");

        var source = map.Map("source");
        var document = source.Text("document", "sources/ 下的文件名（不带 .yaml）");
        if (!sources.TryGetValue(document, out var issued))
            throw source.Wrong("document", document, $"sources/ 下已有的文件名，如 {string.Join("、", sources.Keys.Order(StringComparer.Ordinal).Take(3))}");
        var article = source.OptionalText("article");
        source.End();

        var confidence = map.OptionalChoice("confidence", Vocabulary.Confidences) ?? issued.Confidence;
        if (confidence < issued.Confidence)
            throw map.Wrong("confidence", map.Text("confidence"), $"不高于来源 {document} 的可信度");

        return new PolicyRecord(
            map.Text("id", "全库唯一的名字，如 langfang-inpatient-newborn"),
            region,
            new Period(first, last),
            map.OptionalInteger("benefit_year", 2000, 2100),
            issued,
            article,
            confidence,
            map.Day("checked_on"),
            ShortcomingsOf(map),
            ConflictsOf(map),
            map.Texts("covers"),
            map.OptionalText(NoteKey),
            $"{map.File}:{map.Line}")
        {
            WhyGapBefore = map.OptionalText("gap_before"),
        };
    }

    /// <summary>Fails when a text that residents read shows a number that neither a figure nor the citation shows.</summary>
    public static void RequireBackedNumbers(YamlMap map, PolicyRecord record, IEnumerable<Figure> figures, IEnumerable<string> texts)
    {
        var backed = figures.SelectMany(NumbersInText.BackedBy).Concat(NumbersInText.CitedIn(record)).ToHashSet();
        foreach (var text in texts)
        {
            if (NumbersInText.Unbacked(text, backed) is [var number, ..])
                throw map.WrongHere($"“{record.Id}”的文字里有数字 {number}，但没有哪个数据项是它（“{Shorten(text)}”）", "文字里的每个数字都在本条的数据项或 figures 里");
        }
    }

    private static Shortcomings ShortcomingsOf(YamlMap map) => map.Texts("shortcomings").Aggregate(
        Shortcomings.None,
        (all, word) => Vocabulary.Shortcomings.TryGetValue(word, out var one) ? all | one : throw map.Wrong("shortcomings", word, string.Join("、", Vocabulary.Shortcomings.Keys)));

    private ImmutableArray<string> ConflictsOf(YamlMap map)
    {
        var named = map.Texts("conflicts");
        return named.FirstOrDefault(id => !conflicts.ContainsKey(id)) is { } unknown
            ? throw map.Wrong("conflicts", unknown, "conflicts.yaml 里已有的编号")
            : named;
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}

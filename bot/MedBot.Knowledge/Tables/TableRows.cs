using System.Collections.Immutable;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Knowledge.Tables;

/// <summary>What the readers of all kinds of table have in common: rows, groups, and how a figure of a row is called.</summary>
internal static class TableRows
{
    public static ImmutableArray<T> Rows<T>(YamlMap version, Func<YamlMap, T> read) => version.Maps("rows").Select(row =>
    {
        var value = read(row);
        row.End();
        return value;
    }).ToImmutableArray();

    public static ImmutableArray<Figure> FreeFigures(YamlMap version, PolicyRecord record) =>
        [.. version.Maps("figures").Select(new FigureReader(record).Free)];

    public static Person GroupOf(YamlMap row) => row.OptionalChoice("group", Vocabulary.Groups) ?? Person.Resident;

    public static string WhoAndWhere(Person group, HospitalLevel? level) =>
        (group == Person.Resident ? "" : ChineseNames.Of(group)) + (level is { } at ? ChineseNames.Of(at) : "");
}

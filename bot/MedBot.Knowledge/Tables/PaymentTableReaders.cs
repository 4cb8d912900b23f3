using System.Collections.Immutable;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using static MedBot.Knowledge.Tables.TableRows;

namespace MedBot.Knowledge.Tables;

/// <summary>Reads the tables on paying: 缴费标准、集中参保期、资助和救助.</summary>
internal static class PaymentTableReaders
{
    public static PremiumTable Premiums(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new PremiumTable(record, Rows(version, row =>
        {
            var group = GroupOf(row);
            return new PremiumRow(
                group,
                figures.Optional(row, "own_yuan", $"{ChineseNames.Of(group)}个人缴费标准（每人每年）"),
                figures.Optional(row, "subsidy_yuan", $"{ChineseNames.Of(group)}财政补助标准（每人每年）"));
        }));
    }

    public static CollectionWindow CollectionWindows(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new CollectionWindow(
            record,
            figures.OptionalDay(version, "first_day", "缴费开始日"),
            figures.Day(version, "last_day", "缴费截止日"),
            figures.Optional(version, "pay_from_day", "每月可缴费的第一天"),
            figures.Optional(version, "pay_to_day", "每月可缴费的最后一天"),
            figures.Optional(version, "batch_day", "银行批量扣款日（每月）"));
    }

    public static CollectionRule CollectionRules(YamlMap version, PolicyRecord record) =>
        new(record, version.Text("rule"), FreeFigures(version, record)) { NextYearFrom = version.OptionalYearlyDay("next_year_from") };

    public static AidTable Aid(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        var premium = version.Maps("premium").Select(row =>
        {
            var group = GroupOf(row);
            var read = new PremiumAidRow(
                group,
                figures.Optional(row, "own_yuan", $"{ChineseNames.Of(group)}每年个人实际缴费"),
                figures.Optional(row, "relief_percent", $"{ChineseNames.Of(group)}参保资助比例"),
                row.OptionalText("condition"));
            row.End();
            return read;
        }).ToImmutableArray();
        var care = version.Maps("care").Select(row =>
        {
            var group = GroupOf(row);
            var item = row.OptionalText("item") ?? "住院";
            var read = new CareAidRow(
                group,
                item,
                figures.Optional(row, "deductible_yuan", $"{ChineseNames.Of(group)}{item}医疗救助起付线（每年）"),
                figures.Optional(row, "ratio_percent", $"{ChineseNames.Of(group)}{item}医疗救助比例"),
                figures.Optional(row, "annual_ceiling_yuan", $"{ChineseNames.Of(group)}{item}医疗救助年度限额"),
                row.OptionalText("condition"));
            row.End();
            return read;
        }).ToImmutableArray();
        return new AidTable(record, premium, care);
    }
}

using System.Collections.Immutable;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using static MedBot.Knowledge.Tables.TableRows;

namespace MedBot.Knowledge.Tables;

/// <summary>Reads the tables on what care is paid: 住院、门诊、大病保险、生育、能不能报.</summary>
internal static class CareTableReaders
{
    public static InpatientTable Inpatient(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new InpatientTable(
            record,
            figures.Optional(version, "overall_ratio_percent", "政策范围内住院费用基金支付总体水平"),
            figures.Optional(version, "general_ratio_percent", "居民医保一般报销比例"),
            figures.Optional(version, "annual_ceiling_yuan", "年度最高支付限额（封顶线）"),
            Rows(version, row =>
            {
                var group = GroupOf(row);
                var level = row.OptionalChoice("level", Vocabulary.Levels);
                var where = WhoAndWhere(group, level);
                return new InpatientRow(
                    group,
                    level,
                    figures.Optional(row, "ratio_percent", $"{where}住院报销比例"),
                    figures.Optional(row, "deductible_yuan", $"{where}住院起付线"),
                    figures.Optional(row, "later_deductible_yuan", $"{where}当年第二次起的住院起付线"),
                    row.OptionalText("condition"));
            }),
            [.. version.Maps("elsewhere").Select(rule => ElsewhereRuleOf(rule, figures))])
        {
            ClassBFirstPay = figures.Optional(version, "class_b_first_pay_percent", "乙类药品和诊疗项目先行自付比例"),
        };
    }

    private static ElsewhereRule ElsewhereRuleOf(YamlMap rule, FigureReader figures)
    {
        var which = rule.Text("case");
        ElsewhereRule read = rule.Text("method", "minus_points、pay_first、own_terms、as_at_home") switch
        {
            "minus_points" => new ElsewhereRule.MinusPoints(which, figures.Required(rule, "minus_points", $"{which}比例降低")),
            "pay_first" => new ElsewhereRule.PayFirst(which, figures.Required(rule, "first_pay_percent", $"{which}先行自付比例")),
            "own_terms" => new ElsewhereRule.OwnTerms(
                which,
                figures.Optional(rule, "deductible_yuan", $"{which}住院起付线"),
                figures.Optional(rule, "ratio_percent", $"{which}住院报销比例")),
            "as_at_home" => new ElsewhereRule.AsAtHome(which),
            var other => throw rule.Wrong("method", other, "minus_points、pay_first、own_terms、as_at_home"),
        };
        rule.End();
        return read;
    }

    public static OutpatientTable Outpatient(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new OutpatientTable(record, Rows(version, row =>
        {
            var care = row.Choice("care", Vocabulary.CareKinds);
            var group = GroupOf(row);
            var level = row.OptionalChoice("level", Vocabulary.Levels);
            var where = WhoAndWhere(group, level) + ChineseNames.Of(care);
            return new OutpatientRow(
                care,
                group,
                level,
                figures.Optional(row, "ratio_percent", $"{where}报销比例"),
                figures.Optional(row, "deductible_yuan", $"{where}起付线"),
                figures.Optional(row, "annual_ceiling_yuan", $"{where}年度限额"),
                row.OptionalText("condition"));
        }));
    }

    public static SeriousIllnessTable SeriousIllness(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        var bands = version.Maps("bands").Select(band =>
        {
            var group = GroupOf(band);
            var label = group == Person.Resident ? "大病保险" : $"{ChineseNames.Of(group)}大病保险";
            var edge = (band.OptionalText("above_yuan"), band.OptionalText("up_to_yuan")) switch
            {
                (null, null) => "",
                (var above, null) => $"{above}元以上",
                (null, var upTo) => $"{upTo}元以内",
                var (above, upTo) => $"{above}元至{upTo}元",
            };
            var read = new SeriousIllnessBand(
                group,
                figures.Optional(band, "above_yuan", $"{label}{edge}分段下限"),
                figures.Optional(band, "up_to_yuan", $"{label}{edge}分段上限"),
                figures.Required(band, "ratio_percent", $"{label}{edge}报销比例"),
                figures.Optional(band, "deductible_yuan", $"{label}起付线"));
            band.End();
            return read;
        }).ToImmutableArray();
        return new SeriousIllnessTable(
            record,
            figures.Optional(version, "deductible_yuan", "大病保险起付线"),
            figures.Optional(version, "uplift_points", "大病保险在基本医保之上再提高"),
            figures.Optional(version, "ceiling_yuan", "大病保险年度最高支付限额"),
            figures.Optional(version, "extra_premium_yuan", "大病保险另行缴费"),
            bands,
            [.. version.Maps("rewards").Select(figures.Free)])
        {
            HardshipDeductibleShare = figures.Optional(version, "hardship_deductible_percent", "困难群众大病保险起付线按普通居民的"),
            HardshipIsUncapped = version.OptionalYesNo("hardship_uncapped") ?? false,
        };
    }

    public static MaternityTable Maternity(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new MaternityTable(record, Rows(version, row =>
        {
            var item = row.Text("item");
            return new MaternityRow(
                item,
                figures.Optional(row, "amount_yuan", $"{item}支付限额"),
                figures.Optional(row, "ratio_percent", $"{item}报销比例"),
                row.OptionalText("condition"));
        }));
    }

    public static CoverageTable Coverage(YamlMap version, PolicyRecord record)
    {
        var item = version.Text("item");
        return new CoverageTable(
            record,
            item,
            version.Texts("other_names"),
            version.OptionalYesNo("covered") ?? throw version.WrongHere("缺少“covered”", "covered: true 或 false"),
            new FigureReader(record).Optional(version, "ratio_percent", $"{item}报销比例"),
            version.OptionalText("condition"));
    }
}
